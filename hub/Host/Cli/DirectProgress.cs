namespace IntegrationHub.Host.Cli;

/// <summary>Reports at once on the caller's thread, unlike <see cref="Progress{T}"/>, which may report after the end.</summary>
public sealed class DirectProgress(Action<double> report) : IProgress<double>
{
    public void Report(double value) => report(value);
}
