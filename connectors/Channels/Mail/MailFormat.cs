using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Connectors.Files;
using IntegrationHub.Connectors.Files.Reading;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Channels.Mail;

internal sealed class MailFormat(MailSettings settings, ForbiddenFields forbidden) : FileFormat
{
    public override TextEncoding Encoding => TextEncoding.Auto;

    public override RowReader Open(string path, FileFacts facts, long offset, long lines)
    {
        if (settings.Key.Count > 0 || forbidden.Names("id"))
        {
            throw new FileRefusedException("email.key", "A message's key is its own (Message-ID): leave \"key\" out of the connection, and do not forbid \"id\".", FailureKind.Denied);
        }

        return new MailRowReader(path, facts, offset, lines, settings);
    }

    public override IReadOnlyList<string> Columns(string path, FileFacts facts) => [];
}
