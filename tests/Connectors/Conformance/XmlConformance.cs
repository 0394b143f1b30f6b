using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Files.Settings;
using IntegrationHub.Connectors.Files.Xml;
using IntegrationHub.Tests.Conformance;
using IntegrationHub.Tests.Connectors.Files;

namespace IntegrationHub.Tests.Connectors.Conformance;

public sealed class XmlConformance : SourceConformance
{
    private readonly TestFolder folder = new();

    public XmlConformance()
    {
        var people = Enumerable.Range(1, 9).Select(row => $"<p id=\"{row}\"><nom>Dupont{row}</nom></p>");
        folder.Write("people.xml", $"<export>{string.Concat(people)}<p id=\"10\"><nir>{Planted.Nir}</nir><notes>{Planted.Iban} et {Planted.Nir}</notes></p><p><nom>{Planted.Iban}</nom></p></export>");
        folder.Write("dtd.xml", "<!DOCTYPE export [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><export><p id=\"1\"><nom>&e;</nom></p></export>");
        folder.Write("text.xml", "Dupont;Durand\n");
        folder.Write("ebcdic.xml", [.. "<?xml version=\"1.0\" encoding=\"x-klingon\"?><export><p id=\"1\"><nom>"u8, 0xE9, .. "</nom></p></export>"u8]);
    }

    protected override Connector Connector { get; } = new XmlConnector();

    protected override object Settings => On("people.xml");

    protected override IReadOnlyList<Trouble> Troubles =>
    [
        new("no such file", On("missing.xml"), FailureKind.Passing),
        new("a document type", On("dtd.xml"), FailureKind.Refused),
        new("no XML", On("text.xml"), FailureKind.Refused),
        new("an encoding nobody knows", On("ebcdic.xml"), FailureKind.Refused),
        new("a key that is forbidden", On("people.xml") with { Key = ["nir"] }, FailureKind.Denied),
    ];

    protected override IReadOnlyList<string> Confidential => ["Dupont", "Durand", Planted.Nir, Planted.Iban];

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private XmlFileSettings On(string file) => new() { Path = folder.At(file), Record = "/export/p", Key = ["@id"], PageSize = 3 };
}
