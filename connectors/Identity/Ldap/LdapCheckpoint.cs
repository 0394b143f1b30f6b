using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Identity.Ldap;

/// <summary>Where a directory source stands.</summary>
/// <param name="Run">Finished runs, plus this one.</param>
/// <param name="High">Date of the entry given last; null before the first.</param>
/// <param name="Recent">Entries given whose date is within the look-back before <paramref name="High"/>, as fingerprints: read again, they are not given again.</param>
/// <param name="Keys">The run whose keys the next comparison is made with; 0 for none.</param>
internal sealed record LdapCheckpoint(long Run, DateTimeOffset? High, IReadOnlyList<string> Recent, long Keys)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static LdapCheckpoint Start { get; } = new(0, null, [], 0);

    public Checkpoint Write() => new(JsonSerializer.Serialize(this, Json));

    /// <returns>Null when this source never wrote such a checkpoint.</returns>
    public static LdapCheckpoint? Read(Checkpoint? checkpoint)
    {
        if (checkpoint is null)
        {
            return Start;
        }

        try
        {
            return JsonSerializer.Deserialize<LdapCheckpoint>(checkpoint.Value, Json) is { Recent: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
