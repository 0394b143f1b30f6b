using System.Xml.Linq;

namespace IntegrationHub.Connectors.Signature.Iparapheur;

/// <summary>What a new folder is, as PREMIS 3.0 (Library of Congress), the form iparapheur 5 takes.</summary>
internal static class Premis
{
    private const string Reserved = "i_Parapheur_reserved_";

    private static readonly XNamespace Space = "http://www.loc.gov/premis/v3";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <param name="wish">Its fields are metadata, in iparapheur's own words.</param>
    /// <param name="name">The folder's name.</param>
    /// <param name="settings">Type and subtype.</param>
    /// <param name="file">Name of the file sent beside it.</param>
    public static byte[] Write(SigningWish wish, string name, FolderSettings settings, string file)
    {
        var folder = new XElement(
            Space + "object", new XAttribute(Xsi + "type", "intellectualEntity"),
            Property(Reserved + "type", settings.Type), Property(Reserved + "subtype", settings.Subtype),
            wish.Fields.Select(field => Property(field.Key, field.Value)),
            new XElement(Space + "originalName", name));
        var document = new XElement(
            Space + "object", new XAttribute(Xsi + "type", "file"), Property(Reserved + "mainDocument", "true"), new XElement(Space + "originalName", file));
        using var bytes = new MemoryStream();
        new XDocument(new XElement(Space + "premis", new XAttribute(XNamespace.Xmlns + "xsi", Xsi), new XAttribute("version", "3.0"), folder, document)).Save(bytes);
        return bytes.ToArray();
    }

    private static XElement Property(string type, string value) => new(
        Space + "significantProperties", new XElement(Space + "significantPropertiesType", type), new XElement(Space + "significantPropertiesValue", value));
}
