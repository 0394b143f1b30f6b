using System.Security.Cryptography;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Files.Reading;

/// <summary>What one pass over a whole file tells.</summary>
/// <param name="Identity">SHA-256 of the content, in hexadecimal.</param>
/// <param name="Encoding">As recognised; never <see cref="TextEncoding.Auto"/>.</param>
/// <param name="BigEndian">For UTF-16.</param>
/// <param name="Start">Where the text starts, after the byte order mark.</param>
internal sealed record FileFacts(string Identity, long Size, DateTime ModifiedUtc, TextEncoding Encoding, bool BigEndian, int Start)
{
    /// <summary>A file is another one when it is read in another way: after its mapping or its key was corrected, it is taken again.</summary>
    public FileFacts ReadBy(string? way, IReadOnlyList<string> key) => way is null
        ? this
        : this with { Identity = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\0', [Identity, way, .. key])))) };
}
