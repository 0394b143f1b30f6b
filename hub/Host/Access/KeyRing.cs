using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Access;

/// <summary>The application keys in force. A key revoked on any node is refused everywhere within <see cref="Freshness"/>.</summary>
public sealed class KeyRing(IOperationsStore store, TimeProvider clock)
{
    private Held _held = new(new Dictionary<string, ApplicationKey>(StringComparer.Ordinal), DateTimeOffset.MinValue);

    public static TimeSpan Freshness { get; } = TimeSpan.FromSeconds(5);

    public async Task<ApplicationKey?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var held = _held;
        if (clock.GetUtcNow() - held.At > Freshness || !held.Keys.ContainsKey(id))
        {
            _held = held = await ReadAsync(cancellationToken);
        }

        return held.Keys.GetValueOrDefault(id);
    }

    private async Task<Held> ReadAsync(CancellationToken cancellationToken)
    {
        var documents = await store.ListDocumentsAsync(KeyDocument.Kind, cancellationToken);
        var keys = documents.Where(d => !d.Removed).Select(d => KeyDocument.Parse(d.Text, d.Name));
        return new Held(keys.ToDictionary(k => k.Id, StringComparer.Ordinal), clock.GetUtcNow());
    }

    private sealed record Held(IReadOnlyDictionary<string, ApplicationKey> Keys, DateTimeOffset At);
}
