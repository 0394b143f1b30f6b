using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Finance.Pes;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;
using IntegrationHub.Tests.Connectors.Finance;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class PesConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public PesConformance()
    {
        var orders = Enumerable.Range(1, 9).Select(number => PesFile.Order(number, PesFile.Party($"40{number}", $"DUPONT{number}")));
        folder.Write("pes.xml", PesFile.Of([
            .. orders,
            PesFile.Order(10, PesFile.Party("410", "DURAND", $"<NIR V=\"{Planted.Nir}\"/><IBAN V=\"{Planted.Iban}\"/>"), $"{Planted.Iban} NIR {Planted.Nir}"),
            PesFile.Order(11, $"<Tiers><InfoTiers><IBAN V=\"{Planted.Iban}\"/></InfoTiers></Tiers>"),
        ]));
        folder.Write("other.xml", "<export><nom>DUPONT</nom></export>");
        folder.Write("dtd.xml", "<!DOCTYPE x><PES_Aller/>");
    }

    protected override Connector Connector { get; } = new PesConnector();

    protected override object Settings => On("pes.xml");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.xml"), FailureKind.Passing),
        new("another XML file", On("other.xml"), FailureKind.Refused),
        new("a document type", On("dtd.xml"), FailureKind.Refused),
        new("a key of one's own", On("pes.xml") with { Key = ["Nom"] }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["DUPONT", "DURAND", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private PesSettings On(string file) => new() { Path = folder.At(file), PageSize = 3 };
}
