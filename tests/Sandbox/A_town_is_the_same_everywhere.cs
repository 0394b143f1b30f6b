using System.Security.Cryptography;
using IntegrationHub.Connectors.Sandbox.Town;
using IntegrationHub.Connectors.Sandbox.Town.Files;

namespace IntegrationHub.Tests.Sandbox;

public sealed class A_town_is_the_same_everywhere
{
    [Fact]
    public void Equal_settings_give_equal_bytes()
    {
        var settings = new TownSettings { Seed = 11, Records = 3000 };

        Assert.Equal(Flat(Town.Generate(settings)), Flat(Town.Generate(settings)));
    }

    /// <summary>Fixed once and for all: another machine, another day, the same town.</summary>
    [Fact]
    public void The_town_of_seed_1_never_changes_unnoticed()
    {
        var hash = Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Flat(Town.Generate(new TownSettings { Seed = 1, Records = 2000 })))));

        Assert.Equal(Fingerprint.OfSeed1, hash[..16]);
    }

    [Fact]
    public void Another_seed_gives_another_town()
    {
        Assert.NotEqual(Flat(Town.Generate(new TownSettings { Seed = 1, Records = 500 })), Flat(Town.Generate(new TownSettings { Seed = 2, Records = 500 })));
    }

    [Fact]
    public void Streams_read_side_by_side_from_many_threads_give_the_same()
    {
        var town = Town.Generate(new TownSettings { Seed = 3, People = 600 });
        var alone = town.Records(TownSystem.Crm).Select(record => record.Key).ToList();

        var together = Enumerable.Range(0, 6).AsParallel().Select(_ => town.Records(TownSystem.Crm).Select(record => record.Key).ToList()).ToList();

        Assert.All(together, keys => Assert.Equal(alone, keys));
    }

    private static string Flat(Town town)
    {
        using var writer = new StringWriter();
        FlatFile.Write(writer, town);
        return writer.ToString();
    }
}
