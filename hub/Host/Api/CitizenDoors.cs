using IntegrationHub.Host.Access;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Api;

/// <summary>People: search, one, its sources, its history, and why each value.</summary>
public static class CitizenDoors
{
    private const int LargestPage = 100;

    public static void MapCitizens(this IEndpointRouteBuilder api)
    {
        var citizens = api.MapGroup("/citizens").WithTags("Citizens").HasInventedPeople();
        citizens.MapGet("", SearchAsync).Does(Operation.SearchCitizens).WithName("searchCitizens")
            .WithSummary("Search people. Names match by prefix, without case or accents; at least one filter.")
            .Produces<Answers.Page<CitizenView>>();
        citizens.MapGet("/{id}", FindAsync).Does(Operation.ReadCitizen).WithName("getCitizen")
            .WithSummary("A person by golden id. A retired id answers with the current record.")
            .Produces<CitizenView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        citizens.MapGet("/by/{system}/{**value}", FindByIdentifierAsync).Does(Operation.ReadCitizen).WithName("getCitizenByIdentifier")
            .WithSummary("A person by any system's own identifier: a connection's record key, or an identifier the record carries.")
            .Produces<CitizenView>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        citizens.MapGet("/{id}/sources", SourcesAsync).Does(Operation.ReadSources).WithName("getCitizenSources")
            .WithSummary("What each source says of the person.").Produces<Answers.Page<Answers.Source>>().ProducesProblem(StatusCodes.Status404NotFound);
        citizens.MapGet("/{id}/history", HistoryAsync).Does(Operation.ReadHistory).WithName("getCitizenHistory")
            .WithSummary("Every version of the golden record, oldest first.").Produces<Answers.Page<CitizenView>>().ProducesProblem(StatusCodes.Status404NotFound);
        citizens.MapGet("/{id}/why", WhyAsync).Does(Operation.ReadCitizen).WithName("getCitizenWhy")
            .WithSummary("Why each value: the rule that decided and every candidate.").Produces<Answers.Page<Answers.Why>>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SearchAsync(
        CurrentReader current, string? name, string? givenName, string? birthDate, string? email, string? phone, string? communeCode,
        string? connection, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        if (birthDate is not null && PartialDate.Parse(birthDate) is null)
        {
            return Problems.Invalid(nameof(birthDate), "Write a date as 1954-03-21, 1954-03 or 1954.");
        }

        GoldenId after = default;
        if (cursor is not null && !GoldenId.TryParse(cursor, out after))
        {
            return Problems.Invalid(nameof(cursor), "Pass the last answer's 'next' unchanged, or leave it out to start.");
        }

        var search = new CitizenSearch
        {
            Name = name, GivenName = givenName, BirthDate = PartialDate.Parse(birthDate), Email = email, Phone = phone, CommuneCode = communeCode,
            Connections = connection is null ? null : [connection],
            After = cursor is null ? null : after,
            Limit = Math.Clamp(limit ?? 20, 1, LargestPage),
        };
        if (new[] { name, givenName, birthDate, email, phone, communeCode, connection }.All(filter => filter is null || !filter.Any(char.IsLetterOrDigit)))
        {
            return Problems.Invalid(nameof(name), "Give at least one filter: name, givenName, birthDate, email, phone, communeCode or connection.");
        }

        var reader = await current.OpenAsync(cancellationToken);
        if (connection is not null && !reader.View.Contract.Sources.Allows(connection))
        {
            return Results.Ok(new Answers.Page<CitizenView>([], null));
        }

        var page = await reader.SearchAsync(search, cancellationToken);
        return Results.Ok(new Answers.Page<CitizenView>(page.Citizens, page.Next?.ToString()));
    }

    private static async Task<IResult> FindAsync(CurrentReader current, string id, CancellationToken cancellationToken) =>
        GoldenId.TryParse(id, out var golden)
            ? Of(await (await current.OpenAsync(cancellationToken)).FindAsync(golden, cancellationToken))
            : Problems.Mistyped();

    private static async Task<IResult> FindByIdentifierAsync(CurrentReader current, string system, string value, CancellationToken cancellationToken) =>
        Of(await (await current.OpenAsync(cancellationToken)).FindByIdentifierAsync(system, value, cancellationToken));

    private static async Task<IResult> SourcesAsync(CurrentReader current, string id, CancellationToken cancellationToken)
    {
        var reader = await current.OpenAsync(cancellationToken);
        if (await CurrentIdAsync(reader, id, cancellationToken) is not { } golden)
        {
            return Problems.Unknown("person");
        }

        var sources = await reader.ReadSourcesAsync(golden, cancellationToken);
        return Results.Ok(new Answers.Page<Answers.Source>([.. sources.Select(Answers.Source.Of)], null));
    }

    private static async Task<IResult> HistoryAsync(CurrentReader current, string id, CancellationToken cancellationToken)
    {
        var reader = await current.OpenAsync(cancellationToken);
        return await CurrentIdAsync(reader, id, cancellationToken) is { } golden
            ? Results.Ok(new Answers.Page<CitizenView>(await reader.ReadHistoryAsync(golden, cancellationToken), null))
            : Problems.Unknown("person");
    }

    private static async Task<IResult> WhyAsync(CurrentReader current, string id, CancellationToken cancellationToken)
    {
        var (reader, registry) = (await current.OpenAsync(cancellationToken), await current.RegistryAsync(cancellationToken));
        if (await CurrentIdAsync(reader, id, cancellationToken) is not { } golden || await registry.FindGoldenAsync(golden, cancellationToken) is not { } row)
        {
            return Problems.Unknown("person");
        }

        var why = reader.View.Why(row, await registry.ReadSourcesAsync(golden, cancellationToken));
        return Results.Ok(new Answers.Page<Answers.Why>([.. why.Select(Answers.Why.Of)], null));
    }

    /// <summary>Asks as the person itself is asked for, so that the contract and the access log apply alike.</summary>
    private static async Task<GoldenId?> CurrentIdAsync(ContractReader reader, string id, CancellationToken cancellationToken) =>
        GoldenId.TryParse(id, out var golden) && await reader.FindAsync(golden, cancellationToken) is CitizenAnswer.Found found ? found.View.Id : null;

    private static IResult Of(CitizenAnswer answer) => answer switch
    {
        CitizenAnswer.Found found => Results.Ok(found.View),
        CitizenAnswer.Gone => Problems.Erased(),
        _ => Problems.Unknown("person"),
    };
}
