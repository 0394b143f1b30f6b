using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Hub.Sinks;

/// <summary>What one subscription wrote into a foreign system: the cross-reference of golden ids, and each field as a keyed hash.</summary>
/// <remarks>It stands beside the subscription's own rows, which say whom its filter holds, in the operations store: pages of sources never touch it.</remarks>
/// <param name="operations">Where it is kept.</param>
/// <param name="subscription">Name of the subscription.</param>
/// <param name="secret">The registry's key; never leaves it.</param>
public sealed class SinkMemory(IOperationsStore operations, string subscription, ReadOnlySpan<byte> secret)
{
    private readonly string _name = $"sink:{subscription}";
    private readonly byte[] _key = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("sent fields"));

    public string Subscription => subscription;

    public async Task<IReadOnlyDictionary<GoldenId, ToldCitizen>> FindAsync(IReadOnlyCollection<GoldenId> ids, CancellationToken cancellationToken) =>
        (await operations.FindToldAsync(_name, ids, cancellationToken)).ToDictionary(row => row.Golden);

    /// <summary>Whom the hub wrote under an id of the foreign system; null when it never did.</summary>
    public Task<ToldCitizen?> FindAsync(string foreignKey, CancellationToken cancellationToken) => operations.FindToldByForeignKeyAsync(_name, foreignKey, cancellationToken);

    /// <summary>Whom the hub wrote there, in id order after <paramref name="after"/>.</summary>
    public Task<IReadOnlyList<ToldCitizen>> ListAsync(GoldenId? after, int limit, CancellationToken cancellationToken) => operations.ListToldAsync(_name, after, limit, cancellationToken);

    internal async Task<ToldCitizen> SaveAsync(GoldenId golden, long version, bool inside, string? foreignKey, SentFields sent, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = new ToldCitizen(_name, golden, version, inside, foreignKey, sent == SentFields.None ? "" : sent.Print(), at);
        await operations.SaveToldAsync(row, cancellationToken);
        return row;
    }

    internal string Hash(string record, string field, JsonNode? value) => SentFields.Hash(_key, record, field, value);
}
