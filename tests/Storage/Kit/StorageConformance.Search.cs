namespace IntegrationHub.Tests.Storage.Kit;

public abstract partial class StorageConformance
{
    [StorageFact]
    public async Task Names_are_found_by_prefix_without_case_accent_ligature_or_hyphen()
    {
        await SavePeopleAsync();

        Assert.Equal([1, 6], await SearchAsync(new() { Name = "oeuvre leg" }));
        Assert.Equal([1], await SearchAsync(new() { Name = "D’ŒUVRE-LÉGER" }));
        Assert.Equal([2, 3], await SearchAsync(new() { Name = "mart" }));
        Assert.Equal([3], await SearchAsync(new() { Name = "Martin-Delaroche-Longue-Fin" }));
        Assert.Equal([3], await SearchAsync(new() { Name = "delaroche" }));
        Assert.Equal([4], await SearchAsync(new() { Name = "bernard" }));
        Assert.Equal([4], await SearchAsync(new() { Name = "ancien" }));
        Assert.Empty(await SearchAsync(new() { Name = "artin" }));
        Assert.Empty(await SearchAsync(new() { Name = "Martin-Delaroche-Longue-Fit" }));
    }

    [StorageFact]
    public async Task Every_other_word_narrows_the_search()
    {
        await SavePeopleAsync();

        Assert.Equal([2], await SearchAsync(new() { Name = "martin", GivenName = "zoe" }));
        Assert.Equal([2, 3], await SearchAsync(new() { GivenName = "zo" }));
        Assert.Equal([3], await SearchAsync(new() { GivenName = "PHI" }));
        Assert.Equal([2, 5], await SearchAsync(new() { BirthDate = PartialDate.Parse("1954-03-21") }));
        Assert.Equal([2, 4, 5], await SearchAsync(new() { BirthDate = PartialDate.Parse("1954") }));
        Assert.Equal([3], await SearchAsync(new() { Email = " ZOE@Example.fr " }));
        Assert.Equal([3], await SearchAsync(new() { Phone = "06 12 34 56 78" }));
        Assert.Empty(await SearchAsync(new() { Phone = "06 12 34 56 78", Name = "bernard" }));
        Assert.Equal([2, 4], await SearchAsync(new() { CommuneCode = "2a004" }));
        Assert.Equal([4], await SearchAsync(new() { CommuneCode = "75114" }));
        Assert.Equal([5], await SearchAsync(new() { Connections = ["ged"] }));
        Assert.Empty(await SearchAsync(new() { Connections = ["unknown"] }));
        Assert.Equal([1, 2, 3, 4, 5, 6], await SearchAsync(new()));
    }

    [StorageFact]
    public async Task A_search_is_paged_in_id_order()
    {
        await _writer.CommitAsync(Writer.Page with
        {
            Goldens = [.. Enumerable.Range(1, 400).Select(id => Make.Golden(id, Make.Person(id % 2 == 0 ? "Durand" : "Durandet", id % 100 == 0 ? "Rare" : "Reine")))],
        });

        Assert.Equal([100, 200], await SearchAsync(new() { Name = "durand", GivenName = "rar", Limit = 2 }));
        Assert.Equal([300, 400], await SearchAsync(new() { Name = "durand", GivenName = "rar", Limit = 20, After = new GoldenId(200) }));
        Assert.Equal(400, (await SearchAsync(new() { Name = "durand", Limit = 1000 })).Count);
        Assert.Empty(await SearchAsync(new() { Name = "durand", Limit = 0 }));
    }

    [StorageFact]
    public async Task A_search_follows_each_new_version_and_finds_active_records_only()
    {
        await SavePeopleAsync();
        await _writer.CommitAsync(Writer.Page with
        {
            Goldens =
            [
                Make.Golden(2, Make.Person("Nouveau", "Zoé"), 2), Make.Golden(3, version: 2, state: GoldenState.Merged, into: 2),
                Make.Golden(4, Make.Person("Bernard", "Ana"), 2, GoldenState.Restricted),
            ],
        });

        Assert.Empty(await SearchAsync(new() { Name = "martin" }));
        Assert.Equal([2], await SearchAsync(new() { Name = "nouv" }));
        Assert.Empty(await SearchAsync(new() { Name = "bernard" }));
        Assert.Empty(await SearchAsync(new() { Email = "zoe@example.fr" }));

        await _writer.CommitAsync(Writer.Page with { Goldens = [Make.Golden(4, Make.Person("Bernard", "Ana"), 3)] });
        Assert.Equal([4], await SearchAsync(new() { Name = "bernard" }));
    }

    private async Task SavePeopleAsync()
    {
        var corsica = new PostalAddress { CommuneCode = "2A004" };
        await _writer.CommitAsync(Writer.Page with
        {
            Goldens =
            [
                Make.Golden(1, Make.Person("d'Œuvre-Léger", "Anaïs", null)),
                Make.Golden(2, Make.Person("Martin", "Zoé") with { Addresses = [corsica] }),
                Make.Golden(3, Make.Person("Martin-Delaroche-Longue-Fin", "Jean-Philippe", "1960") with
                {
                    GivenNames = ["Jean", "Philippe"], UsedGivenName = "Zoran", Emails = [new("zoe@example.fr")], Phones = [new("+33612345678")],
                }),
                Make.Golden(4, Make.Person("Petit", "Ana", "1954-12") with
                {
                    UsageName = "Bernard", FormerNames = [new FormerName("Ancien", ["Anna"], null)], Addresses = [corsica, new PostalAddress { CommuneCode = "75114" }],
                }),
                Make.Golden(5, Make.Person("", "Sans Nom", "1954"), members: new PartKey("ged", "x")),
                Make.Golden(6, Make.Person("DE OEUVRE LEGER", "x", "2001-01-01")),
            ],
        });
    }

    private async Task<List<long>> SearchAsync(CitizenSearch search) =>
        [.. (await _stores.Reader.SearchAsync(search, default)).Select(row => row.Golden.Id.Value)];
}
