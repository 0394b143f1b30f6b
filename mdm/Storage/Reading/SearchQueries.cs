using IntegrationHub.Mdm.Storage.Schema;
using IntegrationHub.Mdm.Storage.Searching;
using IntegrationHub.Mdm.Storage.Writing;

namespace IntegrationHub.Mdm.Storage.Reading;

/// <summary>Brings the golden ids that may answer a search, in id order; <see cref="SearchMatch"/> then decides on the records themselves.</summary>
internal static class SearchQueries
{
    /// <param name="connections">Numbers of the connections asked for; null for all.</param>
    public static IQueryable<long> Candidates(RegistryContext context, CitizenSearch search, long[]? connections, long after, int limit)
    {
        var active = context.Goldens.Where(row => row.Golden > after && row.State == (long)GoldenState.Active);
        if (connections is not null)
        {
            var mask = connections.Aggregate(0L, (bits, id) => bits | ConnectionBook.MaskOf(id));
            active = active.Where(row => (row.Connections & mask) != 0);
        }

        return FoundBy(context, search, active).Distinct().OrderBy(id => id).Take(limit);
    }

    private static IQueryable<long> FoundBy(RegistryContext context, CitizenSearch search, IQueryable<GoldenEntity> active)
    {
        if (search.Email is not null || search.Phone is not null)
        {
            var hash = search.Email is not null ? SearchTerms.EmailKey(search.Email) : SearchTerms.PhoneKey(search.Phone!);
            return context.GoldenKeys.Where(key => key.Hash == hash).Join(active, key => key.Golden, row => row.Golden, (key, row) => row.Golden);
        }

        var names = Filter(context.GoldenNames, search);
        return ReferenceEquals(names, context.GoldenNames)
            ? active.Select(row => row.Golden)
            : names.Join(active, name => name.Golden, row => row.Golden, (name, row) => row.Golden);
    }

    private static IQueryable<GoldenNameEntity> Filter(IQueryable<GoldenNameEntity> names, CitizenSearch search)
    {
        if (SearchText.Normalise(search.Name) is { Length: > 0 } name)
        {
            var (low, high) = PackedName.Range(name);
            names = names.Where(row => row.Name >= low && row.Name <= high);
        }

        if (SearchText.Normalise(search.GivenName) is { Length: > 0 } given)
        {
            var mask = PackedName.Initials(given);
            names = names.Where(row => (row.Given & mask) == mask);
        }

        if (search.BirthDate is { } birth)
        {
            var year = (long)birth.Year;
            names = names.Where(row => row.Birth == year);
        }

        if (search.CommuneCode is { } code)
        {
            var commune = SearchTerms.CommuneOf(code);
            names = names.Where(row => row.Commune == commune || row.Commune == SearchTerms.SeveralCommunes);
        }

        return names;
    }
}
