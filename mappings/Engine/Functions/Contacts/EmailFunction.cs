using System.Buffers;
using System.Globalization;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Contacts;

internal static class EmailFunction
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-éèàçêëïôûüñö");

    public static MappingFunction Definition { get; } = new()
    {
        Name = "email",
        Summary = "An e-mail address in lower case; of several in one field, the first.",
        Examples =
        [
            new("email", " Marie.Dupont@Example.ORG ", "marie.dupont@example.org"),
            new("email", "Marie Dupont <marie@example.org>", "marie@example.org"),
            new("email", "a@example.org; b@example.org", "a@example.org", "email.several"),
            new("email", "pas d'adresse", null, "email.invalid"),
            new("email", "marie@example", null, "email.invalid"),
            new("email", "noreply@example.org", null, "email.placeholder"),
        ],
        Bind = static _ => static (input, attempt) => Read((string)input, attempt),
    };

    private static object? Read(string text, Attempt attempt)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        var close = text.IndexOf('>', open + 1);
        var mail = (open >= 0 && close > open ? text[(open + 1)..close] : text).ToLower(CultureInfo.InvariantCulture);
        mail = mail.StartsWith("mailto:", StringComparison.Ordinal) ? mail[7..] : mail;
        var end = mail.AsSpan().IndexOfAny(';', ',', ' ');
        if (end > 0 && IsAddress(mail[..end]))
        {
            if (mail.AsSpan(end).Contains('@'))
            {
                attempt.Note("email.several");
            }

            mail = mail[..end];
        }

        mail = mail.TrimEnd('.', ';', ',');
        return !IsAddress(mail) ? attempt.Fail("email.invalid") : IsPlaceholder(mail) ? attempt.Fail("email.placeholder") : mail;
    }

    private static bool IsAddress(string mail)
    {
        var at = mail.IndexOf('@', StringComparison.Ordinal);
        var host = mail.AsSpan(at + 1);
        var dot = host.LastIndexOf('.');
        return at is > 0 and <= 64 && host.Length <= 255 && dot > 0 && host.Length - dot > 2 && host[0] is not ('.' or '-')
            && !host.Contains("..", StringComparison.Ordinal)
            && !mail.AsSpan(0, at).ContainsAnyExcept(Allowed) && !host.ContainsAnyExcept(Allowed) && mail[0] != '.' && mail[at - 1] != '.';
    }

    private static bool IsPlaceholder(string mail) => mail.AsSpan(0, mail.IndexOf('@', StringComparison.Ordinal))
        is "noreply" or "no-reply" or "nepasrepondre" or "ne-pas-repondre" or "inconnu" or "aucun" or "sansmail" or "sans-mail" or "test" or "nomail";
}
