using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>Encoded words of headers (RFC 2047): <c>=?utf-8?Q?L=C3=A9a?=</c>. Tolerant as mail in the wild needs it: words cut inside a letter, wrong charsets, blanks inside.</summary>
internal static partial class EncodedWords
{
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var (decoded, bytes, charset, at) = (new StringBuilder(), new List<byte>(), "", 0);
        foreach (Match word in Word().Matches(text))
        {
            var (between, name) = (text[at..word.Index], word.Groups["charset"].Value.ToLowerInvariant());
            if (Bytes(word) is not { } more)
            {
                Flush(decoded, bytes, charset);
                decoded.Append(between).Append(word.Value);
                (charset, at) = ("", word.Index + word.Length);
                continue;
            }

            // Blanks between two words do not count, and a letter may be cut in two by them.
            if (charset != name || !string.IsNullOrWhiteSpace(between))
            {
                Flush(decoded, bytes, charset);
                decoded.Append(charset.Length > 0 && string.IsNullOrWhiteSpace(between) ? "" : between);
            }

            bytes.AddRange(more);
            (charset, at) = (name, word.Index + word.Length);
        }

        Flush(decoded, bytes, charset);
        return decoded.Append(text.AsSpan(at)).ToString();
    }

    private static void Flush(StringBuilder decoded, List<byte> bytes, string charset)
    {
        if (bytes.Count > 0)
        {
            decoded.Append(Text([.. bytes], charset));
            bytes.Clear();
        }
    }

    private static string Text(byte[] bytes, string charset)
    {
        // What claims to be UTF-8 or nothing known is often windows-1252.
        if (charset is "utf-8" or "utf8" or "us-ascii" or "unknown-8bit")
        {
            return MailText.Decode(bytes);
        }

        try
        {
            return (CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)).GetString(bytes);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return MailText.Decode(bytes);
        }
    }

    private static byte[]? Bytes(Match word)
    {
        var text = word.Groups["text"].Value;
        if (word.Groups["way"].Value is "b" or "B")
        {
            var packed = text.Replace(" ", "", StringComparison.Ordinal).TrimEnd('=');
            var padded = packed + new string('=', (4 - (packed.Length % 4)) % 4);
            var buffer = new byte[padded.Length];
            return Convert.TryFromBase64String(padded, buffer, out var length) ? buffer[..length] : null;
        }

        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.AddRange(text[i] == '_' ? " "u8 : Encoding.UTF8.GetBytes([text[i]]));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s*]+)(\*[^?\s]*)?\?(?<way>[bBqQ])\?(?<text>[^?]*)\?=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
