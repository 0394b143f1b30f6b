namespace IntegrationHub.Host.Node;

/// <summary>Lets one change of a serving node's configuration happen at a time, so that each is checked against what the one before it left.</summary>
public sealed class ConfigurationGate : IDisposable
{
    private readonly SemaphoreSlim _free = new(1, 1);

    /// <param name="change">Runs to its end once it has begun: a client that hangs up in the middle must not leave documents and what runs apart.</param>
    /// <param name="cancellationToken">Stops the wait for the change before.</param>
    public async Task<T> ChangeAsync<T>(Func<Task<T>> change, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await change();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
