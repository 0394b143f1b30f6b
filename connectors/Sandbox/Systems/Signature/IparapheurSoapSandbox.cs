using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using IntegrationHub.Connectors.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Signature;

/// <summary>iparapheur 3 and 4 over SOAP 1.1, over plain HTTP and without the client certificate that a real one asks for. It says its errors inside HTTP 200.</summary>
public sealed class IparapheurSoapSandbox : SandboxSystem
{
    public const string Type = "COURRIER";

    private static readonly XNamespace Space = "http://www.adullact.org/spring-ws/iparapheur/1.0";
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly string[] States = ["Archive", "Archive", "RejetVisa", "RejetSignataire"];
    private static readonly string[] Needed = ["TypeTechnique", "SousType", "DossierID", "DocumentPrincipal", "VisuelPDF", "XPathPourSignatureXML", "Visibilite", "DateLimite"];

    public override string Name => "iparapheur-soap";

    public override LocalText Title { get; } = new("iparapheur 4 (SOAP), dossiers à signer", "iparapheur 4 (SOAP), dossiers to be signed");

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var table = context.Table();
        foreach (var record in context.Town.Records(TownSystem.Signature))
        {
            var annotation = string.Join(' ', context.Plant([]).Select(field => field.Value!.ToString()));
            table.Add(record.Key, new DateTimeOffset(record.ChangedAt, TimeSpan.Zero), new JsonObject { ["status"] = States[(record.Style >> 30) % 4], ["annotation"] = annotation });
        }

        routes.MapPost("/ws-iparapheur-no-mtom", async (HttpContext call) =>
            !call.HasBasic() ? Results.StatusCode(401) : Answer(Read(await new StreamReader(call.Request.Body).ReadToEndAsync(call.RequestAborted)) is { } request ? Do(request, table, context) : null));
    }

    private static XElement? Read(string text)
    {
        try
        {
            return XDocument.Parse(text).Root?.Element(Envelope + "Body")?.Elements().SingleOrDefault();
        }
        catch (Exception error) when (error is XmlException or InvalidOperationException)
        {
            return null; // answered with a fault
        }
    }

    private static XElement? Do(XElement request, SandboxTable table, SandboxContext context) => request.Name.LocalName switch
    {
        "GetListeTypesRequest" => new XElement(Space + "GetListeTypesResponse", new XElement(Space + "TypeTechnique", Type)),
        "RechercherDossiersRequest" when Text(request, "TypeTechnique") is not (null or Type) => Said("RechercherDossiersResponse", "KO"),
        "RechercherDossiersRequest" => Search(request, table),
        "GetHistoDossierRequest" when table.Find(request.Value) is { } row => new XElement(
            Space + "GetHistoDossierResponse", Log(row.Key, row.ChangedAt.AddDays(-2), "NonLu", ""), Log(row), new XElement(Space + "MessageRetour", Retour("OK"))),
        "GetHistoDossierRequest" => Said("GetHistoDossierResponse", "KO"),
        "CreerDossierRequest" => Create(request, table, context),
        _ => null,
    };

    private static XElement Search(XElement request, SandboxTable table)
    {
        var wanted = request.Elements(Space + "DossierID").Select(id => id.Value).ToHashSet(StringComparer.Ordinal);
        var most = int.Parse(Text(request, "NombreDossiers") ?? "100", CultureInfo.InvariantCulture);
        return new XElement(Space + "RechercherDossiersResponse", table.Live.Where(row => wanted.Count == 0 || wanted.Contains(row.Key)).Take(most).Select(Log));
    }

    private static XElement Create(XElement request, SandboxTable table, SandboxContext context)
    {
        var id = Text(request, "DossierID") ?? "";
        var refused = Needed.Any(name => request.Element(Space + name) is null) || id.Length is 0 or > 100 || !id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') || table.Find(id) is not null;
        if (!refused)
        {
            table.Write(id, context.Time.GetUtcNow(), new JsonObject { ["status"] = "NonLu", ["annotation"] = "" });
        }

        return Said("CreerDossierResponse", refused ? "KO" : "OK");
    }

    private static XElement Log(SandboxRow row)
    {
        var said = JsonNode.Parse(row.Body.Span)!;
        return Log(row.Key, row.ChangedAt, said["status"]!.ToString(), said["annotation"]!.ToString());
    }

    private static XElement Log(string name, DateTimeOffset at, string status, string annotation) => new(
        Space + "LogDossier", new XElement(Space + "timestamp", at), new XElement(Space + "nom", name), new XElement(Space + "status", status),
        new XElement(Space + "annotation", annotation), new XElement(Space + "accessible", "OK"));

    private static XElement Said(string answer, string code) => new(Space + answer, new XElement(Space + "MessageRetour", Retour(code)));

    private static object[] Retour(string code) =>
        [new XElement(Space + "codeRetour", code), new XElement(Space + "message", code == "OK" ? "Dossier traité." : "Demande refusée."), new XElement(Space + "severite", code == "OK" ? "INFO" : "ERROR")];

    private static string? Text(XElement request, string name) => request.Element(Space + name)?.Value;

    private static IResult Answer(XElement? answer) => Results.Text(
        new XElement(Envelope + "Envelope", new XElement(Envelope + "Body", answer ?? new XElement(Envelope + "Fault", new XElement("faultcode", "Client"), new XElement("faultstring", "invalid")))).ToString(SaveOptions.DisableFormatting),
        "text/xml", statusCode: answer is null ? 500 : 200);
}
