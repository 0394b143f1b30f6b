using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Channels.Mail;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class MailConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public MailConformance()
    {
        var people = Enumerable.Range(1, 9).Select(number => Message(number, $"From: Dupont{number} <d{number}@example.org>\nSubject: Bonjour"));
        folder.Write("box.mbox", string.Concat(people) + Message(10, $"From: \"NIR {Planted.Nir}\" <d10@example.org>\nSubject: IBAN {Planted.Iban}")
            + $"From x\nSubject: {Planted.Iban} {Planted.Nir}\n\nno message\n");
    }

    protected override Connector Connector { get; } = new MailConnector();

    protected override object Settings => On("box.mbox");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.eml"), FailureKind.Passing),
        new("a key of one's own", On("box.mbox") with { Key = ["from"] }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private static string Message(int number, string headers) =>
        $"From sender@example.org Mon Jan  5 10:00:00 2026\n{headers}\nDate: Mon, 5 Jan 2026 10:00:00 +0100\nMessage-ID: <{number}@example.org>\n\nLe texte, Dupont.\n>From the start\n\n";

    private MailSettings On(string file) => new() { Path = folder.At(file), PageSize = 3, Subject = true };
}
