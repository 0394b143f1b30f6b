namespace IntegrationHub.Host.Cli;

/// <summary>What the process answers to the shell.</summary>
public static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The good records are in; the rejected ones are kept for replay.</summary>
    public const int Partial = 1;

    /// <summary>The command line or a configuration document is wrong; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done; what was committed before stays.</summary>
    public const int Failed = 3;
}
