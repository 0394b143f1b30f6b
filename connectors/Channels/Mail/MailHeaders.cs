using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>The header block of a message (RFC 5322, 2.2), line by line; lines that are no header are passed over, as mail in the wild has them.</summary>
internal sealed class MailHeaders
{
    private static readonly string[] Kept = ["From", "Sender", "To", "Cc", "Date", "Subject", "Message-ID", "List-Id", "List-Unsubscribe", "Auto-Submitted", "Precedence"];

    private readonly List<(string Name, List<byte> Value)> fields = [];
    private readonly List<byte> whole = [];
    private List<byte>? open;
    private bool ended = true;

    /// <summary>The empty line that ends the block was met.</summary>
    public bool Ended { get; private set; }

    /// <summary>Bytes so far.</summary>
    public int Length => whole.Count;

    /// <summary>At least one header that a message has.</summary>
    public bool IsMessage => fields.Exists(header => header.Name is "From" or "Sender" or "Date" or "Message-ID");

    /// <summary>The file breaks off before the block ends; a message without body or empty line, but with sender and date, counts as whole.</summary>
    public bool IsCut => !Ended && !(ended && Text("From") is not null && Text("Date") is not null);

    /// <summary>Written by a machine, or to a list, as the sender itself says (RFC 3834, RFC 2919): no person stands behind it.</summary>
    public bool IsAutomatic =>
        Text("List-Id") is not null || Text("List-Unsubscribe") is not null
        || Text("Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || Text("Precedence")?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk";

    /// <summary>The Message-ID without its brackets; where there is none that serves, a hash of the block.</summary>
    public string Id => Text("Message-ID")?.Trim().Trim('<', '>') is { Length: > 0 and <= 400 } id && !id.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        ? id
        : "sha256:" + Convert.ToHexStringLower(SHA256.HashData([.. whole]).AsSpan(0, 16));

    public DateTimeOffset? Date => Text("Date") is { } text ? MailDate.Read(text) : null;

    public IReadOnlyList<Mailbox> Mailboxes(string name) => Raw(name) is { } text ? MailboxList.Read(text) : [];

    /// <summary>A header's text, decoded; null when it is missing or blank.</summary>
    public string? Text(string name) => Raw(name) is { } text && MailText.Clean(EncodedWords.Decode(text)) is { Length: > 0 } value ? value : null;

    public void Add(ReadOnlySpan<byte> line, bool lineEnded)
    {
        ended = lineEnded;
        line = line.TrimEnd("\r\n"u8);
        if (line.IsEmpty)
        {
            Ended = true;
            return;
        }

        whole.AddRange(line);
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            open?.AddRange(line);
            return;
        }

        var colon = line.IndexOf((byte)':');
        open = null;
        if (colon > 0 && NameOf(line[..colon].TrimEnd(" \t"u8)) is { } name)
        {
            fields.Add((name, open = [.. line[(colon + 1)..]]));
        }
    }

    private static string? NameOf(ReadOnlySpan<byte> said)
    {
        foreach (var name in Kept)
        {
            if (Ascii.EqualsIgnoreCase(said, name))
            {
                return name;
            }
        }

        return null;
    }

    // A list that is written over several headers of one name is one list; of the others the first counts.
    private string? Raw(string name)
    {
        var found = fields.Where(header => header.Name == name).Select(header => MailText.Decode([.. header.Value])).ToList();
        return found.Count == 0 ? null : name is "To" or "Cc" ? string.Join(',', found) : found[0];
    }
}
