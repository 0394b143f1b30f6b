using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;

namespace IntegrationHub.Host.Api;

/// <summary>What a connection would bring, ask or write, seen on its live system; nothing is stored or written. Its records are personal data: the view is recorded.</summary>
public static class ConnectionPreviewDoors
{
    private const int MostPages = 5;
    private const int MostRecords = 20;
    private const int MostPeople = 50;

    public static void MapConnectionPreview(this IEndpointRouteBuilder api) => api.MapGroup("/connections/{name}").WithTags("Connections")
        .MapPost("/preview", PreviewAsync).Does(Operation.PreviewConnections).WithName("previewConnection")
        .WithSummary("The first records raw and mapped; of a system that is asked, questions and answers; of one that is written to, what would be written. Nothing is stored or written; the view is recorded.")
        .Produces<Shown>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> PreviewAsync(ConnectionBoard board, HubNode node, CurrentReader current, string name, Wanted? wanted, CancellationToken cancellationToken)
    {
        if (!board.TryFind(name, out var found))
        {
            return Problems.Unknown("connection");
        }

        if (Missing(wanted) is { } place)
        {
            return Problems.Invalid(place, $"There is null at {place}: give text, or leave it out.");
        }

        var connection = found.Connection;
        IReadOnlyList<SamplePerson> samples;
        try
        {
            samples = Samples(wanted, connection);
        }
        catch (SampleException wrong)
        {
            return Problems.Invalid("persons", $"The mapping does not read \"{wrong.Word}\"{(wrong.Nearest is { } nearest ? $"; did you mean \"{nearest}\"?" : "")} It reads: {string.Join(", ", connection.Outgoing?.Reads ?? [])}.");
        }

        await current.RecordAsync("preview", name, cancellationToken);
        var requests = new ConcurrentQueue<string>();
        var context = connection.Context(node.Settings.Data, node.Clock, node.Logs.CreateLogger(connection.Connector.Manifest.Name)) with { Trace = requests.Enqueue };
        var wish = new PreviewWish(Math.Clamp(wanted?.Pages ?? 1, 1, MostPages), Math.Clamp(wanted?.Records ?? 3, 0, MostRecords), samples);
        var steps = await new ConnectionPreview(connection, context).RunAsync(wish, cancellationToken).ToListAsync(cancellationToken);
        return Results.Ok(Shown.Of(requests, steps));
    }

    // What came as JSON may hold null where the type says there is none.
    private static string? Missing(Wanted? wanted)
    {
        foreach (var (place, values) in (wanted?.Persons ?? []).Index())
        {
            if (values is null)
            {
                return $"persons[{place}]";
            }

            if (values.FirstOrDefault(pair => pair.Value is null) is { Key: { } word })
            {
                return $"persons[{place}].{word}";
            }
        }

        return null;
    }

    private static IReadOnlyList<SamplePerson> Samples(Wanted? wanted, ConfiguredConnection connection) =>
    [
        .. (wanted?.Persons ?? []).Take(MostPeople).Select((values, place) => SampleValues.Of($"person {place + 1}", values, connection.Outgoing?.Reads ?? [])),
        .. wanted?.People is > 0 and var count ? SamplePeople.OfTown(Math.Min(count, MostPeople)) : [],
    ];

    /// <param name="Pages">Pages of a source; 1 unless said.</param>
    /// <param name="Records">Records shown of each; 3 unless said.</param>
    /// <param name="People">As many people of the sandbox's made-up town to ask about or to write.</param>
    /// <param name="Persons">Made-up people, each by the names the mapping's <c>outgoing:</c> reads: <c>{"address.street": "rue des Lilas"}</c>. With neither, the mapping's own examples.</param>
    public sealed record Wanted(int? Pages, int? Records, int? People, IReadOnlyList<Dictionary<string, string>>? Persons);

    /// <param name="Requests">Each request and how it ended.</param>
    /// <param name="Pages">Of a source.</param>
    /// <param name="Questions">To a system that is asked.</param>
    /// <param name="Writes">What would be written.</param>
    /// <param name="Failure">What ended it early.</param>
    public sealed record Shown(IReadOnlyList<string> Requests, IReadOnlyList<PreviewStep.Page> Pages, IReadOnlyList<Question> Questions, IReadOnlyList<PreviewStep.Write> Writes, Ended? Failure)
    {
        internal static Shown Of(IEnumerable<string> requests, IReadOnlyList<PreviewStep> steps) => new(
            [.. requests], [.. steps.OfType<PreviewStep.Page>()], [.. steps.OfType<PreviewStep.Question>().Select(Question.Of)], [.. steps.OfType<PreviewStep.Write>()],
            Ended.Of(steps.OfType<PreviewStep.Failed>().FirstOrDefault()?.Failure));
    }

    /// <summary>A question; without an answer and without a failure the system knows nothing, or nothing was asked.</summary>
    public sealed record Question(string Sample, JsonObject Asked, PreviewRecord? Answer, Ended? Failure)
    {
        internal static Question Of(PreviewStep.Question step) => new(step.Sample, step.Asked, step.Answer, Ended.Of(step.Failure));
    }

    /// <summary>A failure, as a run would meet it.</summary>
    public sealed record Ended(FailureKind Kind, string Code, string Detail)
    {
        internal static Ended? Of(Failure? failure) => failure is null ? null : new Ended(failure.Kind, failure.Code, failure.Detail);
    }
}
