using System.Xml;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.Wfs;

/// <summary>Exception reports of OWS Common, which many servers send with HTTP 200: told by their root element.</summary>
internal static class WfsErrors
{
    // Codes that say: the request itself was understood, the server failed at it.
    private static readonly string[] OfTheServer = ["NoApplicableCode", "OperationProcessingFailed"];

    public static Failure? Judge(HttpReply reply, Failure? usual)
    {
        if (usual is { Kind: FailureKind.Denied or FailureKind.Throttled } || Code(reply) is not { } code)
        {
            return usual;
        }

        return OfTheServer.Contains(code, StringComparer.Ordinal)
            ? new Failure(FailureKind.Passing, "wfs." + code, "The server failed to answer; it is tried again.")
            : new Failure(FailureKind.Refused, "wfs." + code, "The server refuses the request: check the feature type, the format, the sort property and the parameters.");
    }

    /// <returns>Null when this is no exception report.</returns>
    private static string? Code(HttpReply reply)
    {
        var start = reply.Body.Span.TrimStart(" \r\n\t\uFEFF"u8);
        if (start.IsEmpty || start[0] != (byte)'<')
        {
            return null;
        }

        try
        {
            using var xml = XmlReader.Create(new MemoryStream(reply.Body.ToArray()), WfsXml.Settings);
            if (xml.MoveToContent() != XmlNodeType.Element || xml.LocalName is not ("ExceptionReport" or "ServiceExceptionReport"))
            {
                return null;
            }

            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Exception" or "ServiceException")
                {
                    return xml.GetAttribute("exceptionCode") ?? xml.GetAttribute("code") ?? "NoApplicableCode";
                }
            }

            return "NoApplicableCode";
        }
        catch (XmlException)
        {
            return null; // an error page: the status alone decides, or the reader says that the body is malformed
        }
    }
}
