using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Drop;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class FileDropConformance : SinkConformance
{
    private readonly TestFolder _folder = new();

    protected override Connector Connector { get; } = new FileDropConnector();

    protected override object Settings => On(_folder.Root);

    protected override OutgoingRecord? Bad => Record(9) with { Body = "{\"unknown\":\"Dupont\"}"u8.ToArray() };

    protected override int Changes => Directory.GetFiles(_folder.Root, "citizens-*.csv").Sum(file => File.ReadLines(file).Count() - 1);

    protected override IReadOnlyList<Trouble> Troubles => [new("no such folder", On(_folder.At("missing")), FailureKind.Passing)];

    protected override IReadOnlyList<string> Confidential => ["Dupont"];

    protected override OutgoingRecord Record(int number) =>
        new() { DeliveryId = $"d{number}", Key = $"G{number}", Version = 1, Body = Encoding.UTF8.GetBytes($"{{\"nom\":\"Dupont; {number}\"}}") };

    protected override OutgoingRecord Changed(OutgoingRecord record) => record with { Version = 2, Body = "{\"nom\":\"Dupont\",\"ville\":\"Annecy\"}"u8.ToArray() };

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private static DropSettings On(string folder) => new() { Folder = folder, Columns = ["nom", "ville"], GatherMilliseconds = 5 };
}
