using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class CsvConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public CsvConformance()
    {
        var rows = Enumerable.Range(1, 9).Select(row => $"{row};Dupont{row};;;");
        folder.Write("people.csv", string.Join('\n', ["id;nom;n° sécu;notes;rib", .. rows, $"10;Durand;{Planted.Nir};IBAN {Planted.Iban}, NIR {Planted.Nir}.;x", $"11;cut;{Planted.Iban}"]));
        folder.Write("headless.csv", "1;Dupont;2001-02-03\n2;Durand;2001-02-04\n");
        folder.Write("other.csv", "ref;nom\n1;Dupont\n");
    }

    protected override Connector Connector { get; } = new CsvConnector();

    protected override object Settings => On("people.csv");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.csv"), FailureKind.Passing),
        new("no header", On("headless.csv"), FailureKind.Refused),
        new("no key column", On("other.csv"), FailureKind.Refused),
        new("a key that is forbidden", On("people.csv") with { Key = ["rib"] }, FailureKind.Refused),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "Durand", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private CsvSettings On(string file) => new() { Path = folder.At(file), Key = ["id"], PageSize = 3 };
}
