using System.Globalization;
using System.Xml;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Connectors.Sandbox.Exports;

/// <summary>Some of the town's letters, others than those of the text index, as Kofax Capture's XML: a batch of documents, each with index fields by name and value, and its pages.</summary>
internal static class KofaxXmlExport
{
    public static void Write(string path, Town.Town town, CancellationToken cancellationToken)
    {
        using var xml = XmlWriter.Create(path, new XmlWriterSettings { Indent = true });
        xml.WriteStartElement("Batch");
        xml.WriteAttributeString("BatchClassName", "Courrier entrant");
        xml.WriteStartElement("Documents");
        var number = 0x0019A27C;
        foreach (var record in town.Records(TownSystem.Ged).Where(record => (record.Style >> 20) % 6 == 1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var said = record.People.Count > 0 ? record.People[0] : null;
            xml.WriteStartElement("Document");
            xml.WriteAttributeString("FormTypeName", "Courrier");
            xml.WriteStartElement("IndexFields");
            Field(xml, "Nom", said?.LastName);
            Field(xml, "Prenom", said is null ? null : string.Join(' ', said.GivenNames));
            Field(xml, "Adresse", said is null ? null : Written.Line(said, record.Style));
            Field(xml, "CodePostal", said?.PostCode);
            Field(xml, "Ville", said?.City);
            Field(xml, "DateCourrier", Written.At(record.ChangedAt, "dd/MM/yyyy"));
            xml.WriteEndElement();
            xml.WriteStartElement("Pages");
            for (var page = 0; page <= (int)((record.Style >> 28) % 3); page++)
            {
                xml.WriteStartElement("Page");
                xml.WriteAttributeString("ImportFileName", string.Create(CultureInfo.InvariantCulture, $"{number++:X8}.tif"));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Field(XmlWriter xml, string name, string? value)
    {
        xml.WriteStartElement("IndexField");
        xml.WriteAttributeString("Name", name);
        xml.WriteAttributeString("Value", value ?? "");
        xml.WriteEndElement();
    }
}
