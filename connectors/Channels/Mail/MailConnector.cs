using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>E-mail as files: one message each (<c>.eml</c>), or many (mbox, RFC 4155). Only the headers are read: who wrote to whom and when; never a message's text or attachments.</summary>
public sealed class MailConnector : FilesConnector
{
    public override ConnectorManifest Manifest { get; } = Describe("eml", new LocalText("Courriels en fichiers (.eml, mbox)", "E-mail files (.eml, mbox)"), typeof(MailSettings), "channels");

    private protected override FileFormat Format(FileSettings settings, ConnectionContext context) => new MailFormat((MailSettings)settings, context.Forbidden);
}
