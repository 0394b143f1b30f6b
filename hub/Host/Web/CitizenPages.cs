using IntegrationHub.Host.Access;
using IntegrationHub.Host.Web.Pages;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Web;

/// <summary>Finding a person, and the person's page: golden values with their why, sources, history.</summary>
public static class CitizenPages
{
    private const int Shown = 25;

    public static void MapCitizenPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/citizens").ExcludeFromDescription();
        pages.MapGet("", SearchAsync).Does(Operation.SearchCitizens);
        pages.MapGet("/{id}", PersonAsync).Does(Operation.ReadCitizen);
    }

    private static async Task<IResult> SearchAsync(
        HttpContext context, CurrentReader current, string? name, string? given, string? birth, string? after, CancellationToken cancellationToken)
    {
        var query = new SearchQuery(name, given, birth);
        if (query.IsEmpty)
        {
            var problem = context.Request.QueryString.HasValue ? "search.problem.empty" : null;
            return Page.Of<FindPage>(context, ("View", new SearchView(query, null, problem, null)));
        }

        var date = TypedDate.Parse(birth);
        if (!string.IsNullOrWhiteSpace(birth) && date is null)
        {
            return Page.Of<FindPage>(context, ("View", new SearchView(query, null, "search.problem.birth", null)));
        }

        var reader = await current.OpenAsync(cancellationToken);
        var found = await reader.SearchAsync(
            new CitizenSearch { Name = name, GivenName = given, BirthDate = date, After = GoldenId.TryParse(after, out var id) ? id : null, Limit = Shown },
            cancellationToken);
        var words = PageLanguage.Of(context.Request);
        return Page.Of<FindPage>(context, ("View", new SearchView(
            query, [.. found.Citizens.Select(citizen => PersonViews.Found(citizen, words))], null, found.Next?.ToString())));
    }

    private static async Task<IResult> PersonAsync(
        HttpContext context, CurrentReader current, IRegistryReader registry, string id, CancellationToken cancellationToken)
    {
        var reader = await current.OpenAsync(cancellationToken);
        var answer = GoldenId.TryParse(id, out var golden) ? await reader.FindAsync(golden, cancellationToken) : new CitizenAnswer.Unknown();
        if (answer is not CitizenAnswer.Found found)
        {
            return answer is CitizenAnswer.Gone
                ? Page.Message(context, "gone", StatusCodes.Status410Gone)
                : Page.Message(context, "missing", StatusCodes.Status404NotFound);
        }

        var visitor = Page.Visitor(context);
        IReadOnlyList<SourceView> sources = visitor.May(Operation.ReadSources) ? await reader.ReadSourcesAsync(found.View.Id, cancellationToken) : [];
        IReadOnlyList<RegistryChange> changes = visitor.May(Operation.ReadHistory) ? await registry.ReadChangesOfAsync(found.View.Id, cancellationToken) : [];
        return Page.Of<CitizenPage>(context, ("View", PersonViews.Of(found, sources, changes, visitor.Words)));
    }
}
