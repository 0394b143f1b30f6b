using System.Text.Json;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry;
using IntegrationHub.Mdm.Registry.Json;

namespace IntegrationHub.Host.Api;

/// <summary>Search before create: who a person not yet registered may be.</summary>
public static class MatchDoors
{
    private const int Candidates = 10;

    public static void MapMatch(this IEndpointRouteBuilder api) => api.MapPost("/match", MatchAsync).Does(Operation.MatchCitizen)
        .WithTags("Citizens").WithName("matchCitizen")
        .WithSummary("Send what is known of a person, in the form of 'citizen'; the answer advises. The writer matches again when the record is posted.")
        .Accepts<JsonElement>("application/json").Produces<Advice>().ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> MatchAsync(CurrentReader current, HubNode node, JsonElement citizen, CancellationToken cancellationToken)
    {
        if (node.Writer.Registry is not { } registry)
        {
            return Problems.Busy("This node is taking the registry over: ask again in a moment.");
        }

        if (citizen.ValueKind != JsonValueKind.Object)
        {
            return Problems.Invalid("body", "Send one citizen: {\"birthName\": …, \"givenNames\": […], \"birthDate\": \"1954-03-21\"}.");
        }

        IReadOnlyList<MatchCandidate> found;
        try
        {
            found = registry.FindCandidates(RegistryJson.ReadCitizen(JsonSerializer.SerializeToUtf8Bytes(citizen)), Candidates);
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException)
        {
            return Problems.Invalid("body", "A value is not of its attribute's form: compare with 'citizen' in the API description.");
        }

        var reader = await current.OpenAsync(cancellationToken);
        var seen = new List<Candidate>();
        foreach (var candidate in found)
        {
            // A person this reader may not know must not show, not even as a weight.
            if (await reader.FindAsync(candidate.Golden, cancellationToken) is CitizenAnswer.Found { View: var view })
            {
                seen.Add(new Candidate(view, candidate.Weight, Of(candidate, node)));
            }
        }

        return Results.Ok(new Advice(seen.Count > 0 && seen[0].Says == Word.Link ? Word.Link : seen.Count > 0 ? Word.Review : Word.Create, seen));
    }

    private static Word Of(MatchCandidate candidate, HubNode node) =>
        candidate.Weight >= node.Model.LinkThreshold && !candidate.Vetoed ? Word.Link : Word.Review;

    /// <summary>What to do, or what one candidate says.</summary>
    public enum Word
    {
        /// <summary>Nobody resembles: create.</summary>
        Create,

        /// <summary>Somebody may be the person: look before creating.</summary>
        Review,

        /// <summary>The registry would link by itself.</summary>
        Link,
    }

    /// <param name="Advised">For the best candidate.</param>
    /// <param name="Candidates">Best first; only people the contract covers.</param>
    public sealed record Advice(Word Advised, IReadOnlyList<Candidate> Candidates);

    /// <param name="Weight">Match weight in thousandths of a bit.</param>
    public sealed record Candidate(CitizenView Citizen, int Weight, Word Says);
}
