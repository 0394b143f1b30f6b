using System.Text.Json;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Host.Access;
using IntegrationHub.Host.Node;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
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

    private static async Task<IResult> MatchAsync(CurrentReader current, HubNode node, SeenMatches matches, JsonElement citizen, CancellationToken cancellationToken)
    {
        if (node.Writer.Registry is not { } registry)
        {
            return Problems.Busy("This node is taking the registry over: ask again in a moment.");
        }

        if (citizen.ValueKind != JsonValueKind.Object)
        {
            return Problems.Invalid("body", "Send one citizen: {\"birthName\": …, \"givenNames\": […], \"birthDate\": \"1954-03-21\"}.");
        }

        foreach (var unknown in citizen.EnumerateObject().Select(property => property.Name).Where(name => !CitizenAttributes.Names.Contains(name)))
        {
            // Ignored, it would end in the advice to create somebody who is there.
            var nearest = NearestWord.Of(unknown, CitizenAttributes.Names);
            return Problems.Invalid("body", $"A citizen has no such attribute. {(nearest is null ? "The attributes" : $"Nearest is '{nearest}'; all")}: {string.Join(", ", CitizenAttributes.Names)}.");
        }

        Citizen probe;
        try
        {
            probe = RegistryJson.ReadCitizen(JsonSerializer.SerializeToUtf8Bytes(citizen));
        }
        catch (Exception problem) when (problem is FormatException or JsonException or InvalidOperationException)
        {
            return Problems.Invalid("body", "A value is not of its attribute's form: compare with 'citizen' in the API description.");
        }

        var reader = await current.OpenAsync(cancellationToken);
        var seen = await matches.FindAsync(registry, reader, probe, Candidates, cancellationToken);
        var ignored = citizen.EnumerateObject().Select(property => property.Name).Where(name => name != "extra" && !reader.View.Contract.SeesWhole(name));
        var advised = seen.Count == 0 ? Word.Create : seen[0].Says == Word.Link ? Word.Link : Word.Review;
        return Results.Ok(new Advice(advised, seen, [.. ignored]));
    }

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
    /// <param name="Candidates">Best first; only people the contract covers, weighed by what it covers of them.</param>
    /// <param name="Ignored">Attributes sent that the contract does not cover: they were not compared.</param>
    public sealed record Advice(Word Advised, IReadOnlyList<Candidate> Candidates, IReadOnlyList<string> Ignored);

    /// <param name="Weight">Match weight in thousandths of a bit.</param>
    public sealed record Candidate(CitizenView Citizen, int Weight, Word Says);
}
