using System.Xml;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>How a server's XML is read: nothing outside the answer is ever fetched.</summary>
internal static class WfsXml
{
    public static XmlReaderSettings Settings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
}
