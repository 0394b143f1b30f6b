using System.Text;
using IntegrationHub.Connectors.Channels.Mail;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Channels;

/// <summary>Reads messages through the connector, as the hub does.</summary>
internal static class Mails
{
    public const string Whole = "From: Léa Martin <lea@example.org>\r\nTo: mairie@ville.example\r\nDate: Mon, 5 Jan 2026 10:00:00 +0100\r\nMessage-ID: <a1@example.org>\r\nSubject: Ma demande\r\n\r\nLe texte.\r\n";

    public static async Task<Reading> ReadAsync(byte[] message, bool subject = false)
    {
        using var folder = new TestFolder();
        var settings = new MailSettings { Path = folder.Write("a.eml", message), Subject = subject };
        return await Reading.AllAsync(new MailConnector().OpenSource(settings, Csv.Context(folder)));
    }

    public static Task<Reading> ReadAsync(string message, bool subject = false) => ReadAsync(Encoding.UTF8.GetBytes(message), subject);

    /// <summary>The one record's body.</summary>
    public static async Task<string> BodyAsync(string message, bool subject = false) => Encoding.UTF8.GetString(Assert.Single((await ReadAsync(message, subject)).Records).Body.Span);

    /// <summary>Name and address of the sender a From header gives, as <c>name|address</c>.</summary>
    public static string SenderOf(string header) => string.Join(' ', MailboxList.Read(header).Select(mailbox => $"{mailbox.Name}|{mailbox.Address}"));
}
