using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Ged.Cmis;

/// <summary>Any document system that speaks CMIS 1.1 in its browser binding.</summary>
public sealed class CmisConnector : HttpConnector<CmisSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "cmis",
        Title = new LocalText("CMIS 1.1 (toute GED)", "CMIS 1.1 (any document system)"),
        Version = "1.0",
        Families = ["ged"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("CMIS 1.1, liaison « browser »", "CMIS 1.1, browser binding"),
            Reads = new LocalText("Documents et propriétés, suivis par le journal des changements ou par date", "Documents and properties, followed by the change log or by date"),
            Writes = new LocalText("Propriétés d’un document existant, identifiant et version de la fiche", "Properties of a document that is there, the golden record’s id and version"),
            Tested = new LocalText("Kit de conformité en lecture et en écriture contre un serveur factice, avec et sans journal", "Conformance kit, reading and writing, against a fake server, with a change log and without"),
            NotTested = new LocalText("Aucun serveur réel ; liaison AtomPub non parlée", "No real server; the AtomPub binding is not spoken"),
        },
        Settings = typeof(CmisSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    protected override async Task ProbeAsync(CmisSettings settings, HttpLink link, CancellationToken cancellationToken) => await CmisRepository.ReadAsync(settings, link, cancellationToken);

    protected override ISource Source(CmisSettings settings, HttpLink link, ConnectionContext context) => new CmisSource(settings, link, context);

    protected override ISink Sink(CmisSettings settings, HttpLink link, ConnectionContext context) => new CmisSink(settings, link);

    // The exception's name says more than the status: 409 is both a broken rule and somebody else's change.
    protected override Failure? Judge(HttpReply reply, Failure? usual) => usual is null ? null : Exception(reply) switch
    {
        "updateConflict" or "versioning" => new Failure(FailureKind.Passing, "cmis.conflict", "Somebody else changes the document; it is tried again."),
        "constraint" or "nameConstraintViolation" or "contentAlreadyExists" => new Failure(FailureKind.Refused, "cmis.constraint", "The document's type does not take this value: check the properties of the mapping against the type."),
        "filterNotValid" or "invalidArgument" => new Failure(FailureKind.Refused, "cmis.invalid", "The server does not understand the request: check the type and the properties of the connection."),
        "notSupported" => new Failure(FailureKind.Denied, "cmis.unsupported", "The server cannot do this: it lacks a capability the connection needs."),
        _ => usual,
    };

    private static string? Exception(HttpReply reply)
    {
        using var json = reply.TryJson();
        return json?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("exception", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
    }
}
