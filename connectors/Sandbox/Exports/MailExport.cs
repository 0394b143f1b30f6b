using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Systems;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>Mail of the town's people to the town hall, an .eml file each, as mail programs write it: plain, encoded words of both kinds, bytes that are no ASCII, and now and then no sender.</summary>
internal static class MailExport
{
    private const int Most = 100;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(path);
        var number = 0;
        foreach (var record in town.Records(TownSystem.Portail).Where(record => record.People[0].Email.Length > 0).Take(Most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            File.WriteAllBytes(Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{number:D5}.eml")), Message(record, number));
        }
    }

    private static byte[] Message(TownRecord record, int number)
    {
        var said = record.People[0];
        var style = (int)((record.Style >> 12) % 16);
        var text = new StringBuilder();
        text.Append("Received: from mx.example.org by mail.ville.example\r\n\tfor <mairie@ville.example>; Mon, 5 Jan 2026 08:00:00 +0000\r\n");
        if (style != 15)
        {
            text.Append(CultureInfo.InvariantCulture, $"From: {Name(said, style)} <{said.Email}>\r\n");
        }

        text.Append("To: \"Mairie, accueil\" <mairie@ville.example>\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Date: {record.ChangedAt:ddd, d MMM yyyy HH:mm:ss} +0000\r\n");
        text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{number}.{record.Key}@example.org>\r\nSubject: Demande\r\nContent-Type: text/plain\r\n\r\nBonjour,\r\n");
        return (style % 4 == 3 ? Western : Encoding.UTF8).GetBytes(text.ToString());
    }

    private static string Name(Statement said, int style)
    {
        var name = $"{string.Join(' ', said.GivenNames)} {said.LastName}";
        return (style % 4) switch
        {
            0 => $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=",
            1 => "=?iso-8859-1?Q?" + string.Concat(Western.GetBytes(name).Select(letter => char.IsAsciiLetter((char)letter) ? ((char)letter).ToString() : $"={letter:X2}")) + "?=",
            2 => $"\"{name}\"",
            _ => name,
        };
    }
}
