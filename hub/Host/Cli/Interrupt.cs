namespace IntegrationHub.Host.Cli;

/// <summary>Ctrl+C as a token: the command in hand ends by itself and says so.</summary>
public sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Interrupt() => Console.CancelKeyPress += Stop;

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _stop.Dispose();
    }

    private void Stop(object? sender, ConsoleCancelEventArgs press)
    {
        press.Cancel = true;
        _stop.Cancel();
    }
}
