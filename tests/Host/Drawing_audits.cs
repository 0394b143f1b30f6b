using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Quality;
using IntegrationHub.Host.Settings;
using IntegrationHub.Mdm.Model;
using IntegrationHub.Mdm.Registry.Absorbing;
using IntegrationHub.Tests.Host.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Tests.Host;

public sealed class Drawing_audits
{
    [Fact]
    public async Task Answers_of_enrichers_are_no_links_and_take_no_place_in_the_draw()
    {
        await using var node = await HubNode.OpenAsync(
            new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") }, TimeProvider.System, NullLoggerFactory.Instance, default);
        var (one, other) = (new PartKey("crm", "1"), new PartKey("portal", "1"));
        await AbsorbAsync(node, one, Person);
        await AbsorbAsync(node, other, Person);
        for (var number = 0; number < 20; number++)
        {
            await AbsorbAsync(node, new PartKey($"ban{number:00}", AnswerKey.Of(number % 2 == 0 ? one : other), AnswerKey.Part), Person);
        }

        var golden = Assert.Single(await node.Stores.Reader.ReadAllGoldensAsync(default).ToListAsync()).Golden;
        var drawn = await new AuditDraw(node.Stores.Reader, node.Model, node.Projection, new Random(7)).DrawAsync(5, new HashSet<(int, int)>(), default);

        Assert.Equal(22, golden.Members.Count);
        var (a, b, _) = Assert.Single(drawn);
        Assert.Equal([one, other], new[] { a.Key, b.Key }.Order());
    }

    /// <summary>Of twelve links ten were drawn before: the two others come, whatever chance says.</summary>
    [Fact]
    public async Task Links_drawn_before_take_no_place_of_those_that_are_left()
    {
        await using var node = await HubNode.OpenAsync(
            new HostSettings { Data = Shell.Folder(), Listen = new Uri("http://127.0.0.1:0"), Siret = Siret.Parse("21330063500017") }, TimeProvider.System, NullLoggerFactory.Instance, default);
        string[] names = ["Martin", "Bernard", "Quatrebarbes", "Kerguelen", "Fournier", "Lefebvre", "Garnier", "Chevalier", "Durand", "Roussel", "Vasseur", "Boucher"];
        foreach (var (name, i) in names.Select((name, i) => (name, i)))
        {
            var person = Person with { BirthName = name, BirthDate = new PartialDate(1950 + i, 1 + i, 3 + i), Emails = [new($"{name}@example.org")], Phones = [new($"+3345011{i:00}{i:00}")] };
            await AbsorbAsync(node, new PartKey("crm", $"{i}"), person);
            await AbsorbAsync(node, new PartKey("portal", $"{i}"), person);
        }

        var all = await DrawAsync(50, [], 1);
        Assert.Equal(12, all.Count);
        HashSet<(int, int)> known = [.. all.Take(10)];
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(all.Skip(10).Order(), (await DrawAsync(2, known, seed)).Order());
        }

        async Task<List<(int, int)>> DrawAsync(int count, HashSet<(int, int)> before, int seed) =>
            [.. (await new AuditDraw(node.Stores.Reader, node.Model, node.Projection, new Random(seed)).DrawAsync(count, before, default))
                .Select(link => (Math.Min(link.A.PartId, link.B.PartId), Math.Max(link.A.PartId, link.B.PartId)))];
    }

    private static Citizen Person => new()
    {
        BirthName = "Martin",
        GivenNames = ["Anne"],
        BirthDate = new PartialDate(1980, 5, 6),
        Emails = [new("anne.martin@example.org")],
        Phones = [new("+33450112233")],
    };

    private static Task<AbsorbedPage> AbsorbAsync(HubNode node, PartKey key, Citizen citizen) => node.Writer.DoAsync(
        (registry, token) => registry.AbsorbAsync(
            new RegistryPage
            {
                Connection = key.Record.Connection,
                Records = [new Arrival(new MappedRecord { Key = key.Record, Version = new SourceVersion(1, ""), Citizens = [new CitizenPart(key.Part, citizen)] }, "{}"u8.ToArray())],
            },
            token),
        default);
}
