using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Csv;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

/// <summary>A watched folder of rows without a key, some of them identical.</summary>
public sealed class SnapshotConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public SnapshotConformance()
    {
        folder.Write("in/people.csv", $"nom;iban;texte\nDupont;;\nDurand;;\nDupont;;\nDupont;;\nMartin;{Planted.Iban};{Planted.Nir}\nPetit;;carte {Planted.Nir} ou {Planted.Iban}\nDurand;;\n");
        folder.Write("headless/people.csv", "1;Dupont;2001-02-03\n2;Durand;2001-02-04\n");
        folder.Write("empty/people.csv", "");
    }

    protected override Connector Connector { get; } = new CsvConnector();

    protected override object Settings => On("in");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such folder", On("missing"), FailureKind.Passing),
        new("no header", On("headless"), FailureKind.Refused),
        new("an empty whole file", On("empty"), FailureKind.Refused),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "Durand", "Martin", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private CsvSettings On(string name) => new() { Path = folder.At(name), Mode = SnapshotMode.Snapshot, PageSize = 2, SettleSeconds = 0 };
}
