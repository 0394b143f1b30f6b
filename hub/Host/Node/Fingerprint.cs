using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Host.Node;

/// <summary>Sixteen hexadecimal digits over the names and texts of a configuration: equal ones are equal configurations.</summary>
public static class Fingerprint
{
    /// <param name="documents">Folder and name, and the text; in any order.</param>
    public static string Of(IEnumerable<(string Name, string Text)> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in documents.OrderBy(document => document.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
