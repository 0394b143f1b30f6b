using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Declarative.Reading;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Declarative.Writing;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative;

/// <summary>The connector that is data: any system whose lists can be asked for over HTTP and answer in JSON, and whose records can be changed there.</summary>
public sealed class HttpDocumentConnector : HttpConnector<DeclarativeSettings>
{
    public override ConnectorManifest Manifest { get; } = new()
    {
        Name = "http",
        Title = new LocalText("Système HTTP décrit en YAML", "HTTP system described in YAML"),
        Version = "1.0",
        Families = ["http"],
        Contracts = Contract.Source | Contract.Sink,
        About = new ConnectorAbout
        {
            Speaks = new LocalText("Toute API HTTP qui répond en JSON, décrite par un document", "Any HTTP API that answers in JSON, described by a document"),
            Reads = new LocalText("Listes paginées, changements depuis une date, suppressions, détails", "Paged lists, changes since a date, deletions, details"),
            Writes = new LocalText("Champs d’un enregistrement existant (PATCH ou PUT), si le document a une partie « write »", "Fields of a record that is there (PATCH or PUT), where the document has a part “write”"),
            Tested = new LocalText("Kit de conformité contre les systèmes factices des documents livrés, avec toutes les pannes", "Conformance kit against the fake systems of the documents that ship, with every fault"),
            NotTested = new LocalText("Les services réels : voir la note de chaque document ; les réponses XML ne sont pas lues", "The real services: see each document’s note; XML answers are not read"),
        },
        Settings = typeof(DeclarativeSettings),
        Checks = [CheckDepth.Reach, CheckDepth.Authenticate, CheckDepth.ReadOne],
    };

    /// <summary>Paths of the first record for the settings that name its fields; lists of the answer for <c>records</c>.</summary>
    public override async ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken)
    {
        var declared = (DeclarativeSettings)settings;
        IReadOnlyList<string> choices = [];
        var failure = await Failures.CatchAsync(
            async () =>
            {
                using var json = (await new DeclarativeSource(declared, Link(declared, context), context).AskAsync(cancellationToken)).Json();
                var root = json.RootElement;
                choices = setting switch
                {
                    "records" => [.. JsonPaths.Lists(root)],
                    "key" or "changedAt" or "deletions.field" => declared.Records.Find(root) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? [.. JsonPaths.Fields(list[0])] : [],
                    _ => [],
                };
            }, cancellationToken);
        return failure is null ? choices : [];
    }

    protected override async Task ProbeAsync(DeclarativeSettings settings, HttpLink link, CancellationToken cancellationToken) =>
        await new DeclarativeSource(settings, link, new ConnectionContext { Connection = "", StateFolder = "", Time = link.Time }).AskAsync(cancellationToken);

    protected override ISource Source(DeclarativeSettings settings, HttpLink link, ConnectionContext context) => new DeclarativeSource(settings, link, context);

    protected override ISink Sink(DeclarativeSettings settings, HttpLink link, ConnectionContext context) => settings.Write is { } write
        ? new DeclarativeSink(settings, write, link, context.TimeZone)
        : new FailedContract(new Failure(FailureKind.Denied, "write.absent", "The connection's document only reads: add a section write: { path: … } under settings."));

    protected override HttpRules Rules(DeclarativeSettings settings, ConnectionContext context) => new ErrorRules(settings.Errors, context.Time).Judge;
}
