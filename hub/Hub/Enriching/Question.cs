using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Hub.Enriching;

/// <summary>One question about one person.</summary>
/// <param name="Golden">The person.</param>
/// <param name="Key">Key of the record the answer will be: see <see cref="AnswerKey"/>.</param>
/// <param name="Asked">The person in the answering system's words.</param>
/// <param name="Mark">Keyed hash of the two: equal for a question asked before.</param>
/// <param name="Said">When a source said what the question is made of; an answer is as old as that.</param>
internal sealed record Question(GoldenId Golden, string Key, JsonObject Asked, string Mark, DateTimeOffset? Said)
{
    private const int MarkBytes = 16;

    // A record's key holds this much; a part whose own key is nearly as long cannot be asked about.
    private const int LongestKey = 400;

    /// <returns>Null when there is nothing to ask, or nothing to hang an answer on.</returns>
    public static Question? Of(GoldenId golden, PartKey about, JsonObject asked, DateTimeOffset? said, ReadOnlySpan<byte> secret)
    {
        var key = AnswerKey.Of(about);
        return asked.Count == 0 || key.Length > LongestKey ? null : new Question(golden, key, asked, MarkOf(key, asked, secret), said);
    }

    public EnrichmentQuestion ToAsk() => new(Key, Encoding.UTF8.GetBytes(Asked.ToJsonString()));

    private static string MarkOf(string key, JsonObject asked, ReadOnlySpan<byte> secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"question\u001f{key}\u001f{asked.ToJsonString()}")).AsSpan(0, MarkBytes));
}
