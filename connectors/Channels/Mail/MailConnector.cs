using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>E-mail as files: one message each (<c>.eml</c>), or many (mbox, RFC 4155). Only the headers are read: who wrote to whom and when; never a message's text or attachments.</summary>
public sealed class MailConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("eml", new LocalText("Courriels en fichiers (.eml, mbox)", "E-mail files (.eml, mbox)"), typeof(MailSettings), "channels") with
    {
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Messages .eml et boîtes mbox (RFC 4155)", ".eml messages and mbox (RFC 4155)"),
            Reads = new LocalText("Les en-têtes seulement : qui a écrit à qui et quand", "The headers only: who wrote to whom and when"),
            Tested = new LocalText("Kit de conformité sur des fichiers", "Conformance kit on files"),
            NotTested = new LocalText("IMAP n’est pas parlé ; boîtes réelles", "IMAP is not spoken; real mailboxes"),
        },
    };

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new MailFormat((MailSettings)settings, context.Forbidden);
}
