using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host.Support;

/// <summary>Counts how often a log of one name was asked for: a connector gets one each time it is opened.</summary>
internal sealed class OpeningsCounted(string name) : ILoggerFactory
{
    private int _openings;

    public int Openings => Volatile.Read(ref _openings);

    public ILogger CreateLogger(string categoryName)
    {
        if (categoryName == name)
        {
            Interlocked.Increment(ref _openings);
        }

        return NullLogger.Instance;
    }

    public void AddProvider(ILoggerProvider provider)
    {
        // Nothing is written anywhere.
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
