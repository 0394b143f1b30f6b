using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Host.Access;

/// <summary>An application's key as kept: the hash of its secret and the contract it stands for.</summary>
/// <param name="Id">Stable name, first half of the key text.</param>
/// <param name="Hash">SHA-256 of the secret.</param>
/// <param name="Contract">What it may see, why, and for whom.</param>
/// <param name="Submits">The connection its posted records belong to; null when it may not post.</param>
/// <param name="Test">True for a key that reads invented people, and never a real one.</param>
public sealed record ApplicationKey(string Id, byte[] Hash, AccessContract Contract, string? Submits, bool Test = false)
{
    private const string Prefix = "ihk_";

    /// <summary>The text an application sends: <c>ihk_ID.SECRET</c>.</summary>
    public static string Text(string id, string secret) => $"{Prefix}{id}.{secret}";

    /// <summary>Takes a key text apart.</summary>
    public static bool TrySplit(string text, out string id, out string secret)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var fits = text.StartsWith(Prefix, StringComparison.Ordinal) && dot > Prefix.Length;
        (id, secret) = fits ? (text[Prefix.Length..dot], text[(dot + 1)..]) : ("", "");
        return fits;
    }
}
