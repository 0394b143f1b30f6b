using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Privacy;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Ingestion;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>An application gives a record of its own connection and learns at once which golden record it stands behind.</summary>
public static class SubmitDoors
{
    // Half of what the column holds: room for those that come after, whatever clock or counter they are made of.
    private const long LastVersion = long.MaxValue / 2;

    public static void MapSubmit(this IEndpointRouteBuilder api) =>
        api.MapPost("/connections/{name}/records/{key}", SubmitAsync).Does(Operation.SubmitRecord).WithTags("Connections").WithName("submitRecord")
            .WithSummary("Give one record: a JSON object as the connection's mapping reads it. 'version' orders the record's versions; left out, the time of arrival does.")
            .Accepts<JsonElement>("application/json").Produces<Submitted>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> SubmitAsync(
        CurrentReader current, ConnectionBoard board, HubNode node, IRegistryStore store, string name, string key, long? version, JsonElement body, CancellationToken cancellationToken)
    {
        var contract = await current.ContractAsync(cancellationToken);
        if (await current.SubmitsAsync(cancellationToken) != name)
        {
            return Problems.NotAllowed("This key may not post records of that connection: an architect states it with 'keys create --submits'.");
        }

        if (!board.TryFind(name, out var found))
        {
            return Problems.Unknown("connection");
        }

        if (found.Connection.Connector.Manifest.Contracts.HasFlag(Contract.SignIn))
        {
            return Problems.NotAllowed("Only the identity provider itself says who somebody is: post what your application was told to a connection of its own.");
        }

        if (body.ValueKind != JsonValueKind.Object)
        {
            return Problems.Invalid("body", "Send one JSON object: the record.");
        }

        if (version is < 0 or > LastVersion)
        {
            return Problems.Invalid(nameof(version), $"Versions run from 0 to {LastVersion}: after a greater one the record could never change again.");
        }

        var record = Clean(found.Connection, key, version ?? node.Clock.GetUtcNow().UtcTicks, body);
        var posted = PostedRecord.Of(name, found.Connection.Mapping.Map, record, node.Clock);
        var absorbed = await node.Writer.DoAsync((citizens, token) => citizens.AbsorbAsync(posted.Page, token), cancellationToken);
        IReadOnlyList<Issue> issues = [.. posted.Issues.Select(issue => new Issue(issue.Attribute, issue.Code, issue.Column))];
        if (!posted.Usable && absorbed.Outcomes[0].Kind != OutcomeKind.Suppressed)
        {
            await node.Audit.RecordAsync(contract.Name, "submit", [null], contract, cancellationToken);
            return Problems.Unusable(issues, posted.Page.Quarantine[0].Id);
        }

        var placed = absorbed.Parts.Count > 0 ? absorbed.Parts : await StandingAsync(store, new RecordKey(name, key), cancellationToken);
        await node.Audit.RecordAsync(contract.Name, "submit", [null, .. placed.Select(part => (GoldenId?)part.Golden)], contract, cancellationToken);
        return Results.Ok(new Submitted(
            absorbed.Outcomes[0].Kind,
            [.. placed.Select(part => new Placed(part.Key.Part, part.Golden.ToString(), part.ToVerify))],
            issues));
    }

    /// <summary>Where a record that changed nothing stands: whoever posts again after a cut connection needs its golden id.</summary>
    internal static async Task<IReadOnlyList<AbsorbedPart>> StandingAsync(IRegistryStore store, RecordKey key, CancellationToken cancellationToken)
    {
        var parts = (await store.FindRecordsAsync([key], cancellationToken)).SelectMany(record => record.Parts).Where(part => part is { Golden: not null, Matchable: true }).ToList();
        var doubtful = (await store.FindOpenReviewsAsync([.. parts.Select(part => part.PartId)], cancellationToken)).SelectMany(task => new[] { task.PartA, task.PartB ?? task.PartA }).ToHashSet();
        return [.. parts.OrderBy(part => part.Key).Select(part => new AbsorbedPart(part.Key, part.Golden!.Value, doubtful.Contains(part.PartId)))];
    }

    /// <summary>The same removal of forbidden fields that every source goes through, before anything is stored.</summary>
    private static SourceRecord Clean(ConfiguredConnection connection, string key, long version, JsonElement body)
    {
        var forbidden = ForbiddenFields.Of(connection.Document.Forbid);
        return forbidden.TryRemove(JsonSerializer.SerializeToUtf8Bytes(body), out var cleaned)
            ? new SourceRecord { Key = key, Version = new RecordVersion(version), Body = cleaned }
            : throw new BadHttpRequestException("the record cannot be read as JSON");
    }

    /// <param name="Outcome">created, updated, unchanged, superseded, suppressed.</param>
    /// <param name="People">Where each person of the record stands now; empty for a suppressed record and for restricted people.</param>
    /// <param name="Issues">Attributes that could not be mapped; the others were.</param>
    public sealed record Submitted(OutcomeKind Outcome, IReadOnlyList<Placed> People, IReadOnlyList<Issue> Issues);

    /// <param name="Golden">The golden record; <paramref name="ToVerify"/> says that a steward may still move it.</param>
    public sealed record Placed(string Part, string Golden, bool ToVerify);

    /// <summary>What of the record could not be mapped: place and code, never the value.</summary>
    public sealed record Issue(string Attribute, string Code, string? Column);
}
