namespace IntegrationHub.Host.Cli;

/// <summary>The user asked for something that cannot be done as asked. Its text, in the user's language, says what to do next.</summary>
public sealed class UsageException : Exception
{
    public UsageException() { }

    public UsageException(string message) : base(message) { }

    public UsageException(string message, Exception innerException) : base(message, innerException) { }
}
