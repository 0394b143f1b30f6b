using System.Text;
using System.Xml.Linq;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>SOAP 1.1, document/literal, soapAction empty, attachments inside the envelope: the service's address without MTOM.</summary>
internal static class Soap
{
    public static readonly XNamespace Space = "http://www.adullact.org/spring-ws/iparapheur/1.0";

    private const string Door = "ws-iparapheur-no-mtom";

    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>The answer's own element.</summary>
    /// <exception cref="HttpFailureException">Any failure; a refusal inside HTTP 200 is judged by <see cref="Judge"/> first.</exception>
    public static async Task<XElement> CallAsync(HttpLink link, XElement request, bool repeatable, CancellationToken cancellationToken)
    {
        var envelope = new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", request));
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(Door, UriKind.Relative)) { Content = new StringContent(envelope.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "text/xml") };
        message.Headers.TryAddWithoutValidation("SOAPAction", "\"\"");
        var reply = await link.SendAsync(repeatable ? message.AsRepeatable() : message, cancellationToken);
        return Read(reply) is { } answer && answer.Name == Space + request.Name.LocalName.Replace("Request", "Response", StringComparison.Ordinal)
            ? answer : throw new HttpFailureException(HttpReply.Malformed("SOAP answer"));
    }

    /// <summary>The service says its errors inside HTTP 200: <c>MessageRetour{codeRetour KO}</c>. Its text may name people and is not told.</summary>
    public static Failure? Judge(HttpReply reply, Failure? usual) =>
        usual is null && Read(reply)?.Element(Space + "MessageRetour")?.Element(Space + "codeRetour")?.Value == "KO"
            ? new Failure(FailureKind.Refused, "iparapheur.ko", "iparapheur refuses this request: check type, subtype and the account's rights there.") : usual;

    private static XElement? Read(HttpReply reply)
    {
        try
        {
            return XDocument.Parse(Encoding.UTF8.GetString(reply.Body.Span)).Root?.Element(Envelope + "Body")?.Elements().FirstOrDefault();
        }
        catch (System.Xml.XmlException)
        {
            return null; // the caller says that the answer is malformed
        }
    }
}
