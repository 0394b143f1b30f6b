using System.Text;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>A list of addresses (RFC 5322, 3.4): quoted names, comments, groups; and what is not allowed but common: bare commas in names, semicolons, names without address.</summary>
internal sealed class MailboxList
{
    private const int Longest = 254;

    private readonly List<Mailbox> found = [];
    private readonly StringBuilder words = new();
    private readonly StringBuilder comment = new();
    private string? angle;
    private string before = "";

    private MailboxList() { }

    public static IReadOnlyList<Mailbox> Read(string text)
    {
        var list = new MailboxList();
        list.Walk(text);
        return list.found;
    }

    private void Walk(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = Until(text, at, '"', words);
                    break;
                case '(':
                    at = Until(text, at, ')', comment);
                    break;
                case '<':
                    var end = text.IndexOf('>', at);
                    angle = text[(at + 1)..(end < 0 ? text.Length : end)];
                    at = end < 0 ? text.Length : end;
                    break;
                case ':':
                    words.Clear(); // the name of a group
                    break;
                case ',' or ';':
                    Take();
                    break;
                default:
                    words.Append(text[at]);
                    break;
            }
        }

        Take();
        if (before.Length > 0)
        {
            found.Add(new Mailbox(Name(before), null));
        }
    }

    // From an opening sign to its closing one, without either; a backslash keeps the letter after it.
    private static int Until(string text, int at, char close, StringBuilder inside)
    {
        for (at++; at < text.Length && text[at] != close; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            inside.Append(text[at]);
        }

        return at;
    }

    private void Take()
    {
        var (said, aside, address) = (words.ToString(), comment.ToString(), angle);
        words.Clear();
        comment.Clear();
        angle = null;
        if (address is null && !said.Contains('@', StringComparison.Ordinal))
        {
            // "Dupont, Marie <m@example.org>": the first half of a name waits for the other.
            before = string.IsNullOrWhiteSpace(said) ? before : before.Length == 0 ? said : $"{before}, {said}";
            return;
        }

        var name = address is null ? aside : string.IsNullOrWhiteSpace(said) ? aside : said;
        var mailbox = new Mailbox(Name(before.Length == 0 ? name : $"{before}, {name}"), Address(address ?? said));
        before = "";
        if (mailbox is not { Name: null, Address: null })
        {
            found.Add(mailbox);
        }
    }

    // A name that is an address, or could not be decoded, says nothing.
    private static string? Name(string text)
    {
        var name = MailText.Clean(EncodedWords.Decode(text)).Trim('\'', '"', ' ', ',');
        return name.Length == 0 || name.Contains('@', StringComparison.Ordinal) || name.Contains('\uFFFD', StringComparison.Ordinal) ? null : name;
    }

    private static string? Address(string text)
    {
        var address = text.Trim().Trim('\'', '<', '>');
        var at = address.LastIndexOf('@');
        return at > 0 && at < address.Length - 1 && address.Length <= Longest && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)) ? address : null;
    }
}
