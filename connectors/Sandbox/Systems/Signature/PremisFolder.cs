using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>Reads the PREMIS of a folder to be made as iparapheur 5 does: its type, subtype and name are needed, its main document must be among the files.</summary>
internal static class PremisFolder
{
    private static readonly XNamespace Space = "http://www.loc.gov/premis/v3";
    private static readonly XName Kind = XNamespace.Get("http://www.w3.org/2001/XMLSchema-instance") + "type";

    /// <returns>Null when it is not one.</returns>
    public static (string Name, JsonObject Metadata)? Read(Stream xml, IReadOnlyCollection<string> files)
    {
        try
        {
            var objects = XDocument.Load(xml).Root!.Elements(Space + "object").ToList();
            var folder = objects.Single(one => (string?)one.Attribute(Kind) == "intellectualEntity");
            var main = objects.Single(one => (string?)one.Attribute(Kind) == "file" && Properties(one).GetValueOrDefault("i_Parapheur_reserved_mainDocument") == "true");
            var (name, properties) = ((string)folder.Element(Space + "originalName")!, Properties(folder));
            if (!properties.Remove("i_Parapheur_reserved_type") || !properties.Remove("i_Parapheur_reserved_subtype") || !files.Contains((string)main.Element(Space + "originalName")!))
            {
                return null;
            }

            return (name, new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, (JsonNode?)property.Value))));
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException or ArgumentNullException or NullReferenceException)
        {
            return null; // the caller answers 400
        }
    }

    private static Dictionary<string, string> Properties(XElement entity) => entity.Elements(Space + "significantProperties")
        .ToDictionary(property => (string)property.Element(Space + "significantPropertiesType")!, property => (string)property.Element(Space + "significantPropertiesValue")!, StringComparer.Ordinal);
}
