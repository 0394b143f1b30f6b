using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Gis.Zones;

namespace IntegrationHub.Tests.Systems.Gis;

public sealed class Points_in_zones : IDisposable
{
    private readonly ZoneFile file = new();

    [Theory]
    [InlineData(-0.55, 47.42, "D1")]
    [InlineData(-0.565, 47.445, "D2")] // in the hole of D1
    [InlineData(-0.35, 47.45, "D2")]
    [InlineData(-0.505, 47.495, "D1")] // D3 lies over it, D1 comes first
    [InlineData(-0.47, 47.52, "D3")]
    [InlineData(-0.5, 47.45, "D1")] // on the border
    [InlineData(-0.57, 47.445, "D1")] // on the border of two
    [InlineData(-0.2, 47.45, null)]
    public void The_first_zone_that_covers_the_point_holds_it(double longitude, double latitude, string? code) =>
        Assert.Equal(code, Districts().Find(longitude, latitude)?["code"]?.ToString());

    [Fact]
    public void Any_point_of_a_grid_is_in_the_square_that_arithmetic_says() => Prop.ForAll(
        Gen.Choose(1, 99_998).Two().ToArbitrary(),
        at =>
        {
            var (x, y) = (at.Item1 / 10_000.0, at.Item2 / 10_000.0);
            var found = Grid.Find(x, y)!["code"]!.ToString();
            return found == $"{(int)x}-{(int)y}" || x == (int)x || y == (int)y;
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Rings_of_Esri_have_holes_where_they_lie_inside_each_other()
    {
        var set = Of("""[{"attributes":{"code":"E"},"geometry":{"rings":[[[0,0],[0,9],[9,9],[9,0],[0,0]],[[3,3],[6,3],[6,6],[3,6],[3,3]],[[20,0],[20,9],[29,9],[20,0]]]}}]""");

        Assert.Equal(("E", null, "E"), (set.Find(1, 1)?["code"]?.ToString(), set.Find(4, 4)?["code"]?.ToString(), set.Find(22, 5)?["code"]?.ToString()));
    }

    [Fact]
    public void A_polygon_that_crosses_itself_is_mended()
    {
        var set = Of("""[{"properties":{"code":"bow"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}}]""");

        Assert.Equal(("bow", "bow"), (set.Find(1, 5)?["code"]?.ToString(), set.Find(9, 5)?["code"]?.ToString()));
        Assert.Null(set.Find(5, 1));
    }

    public void Dispose() => file.Dispose();

    private static ZoneSet Grid { get; } = Of("[" + string.Join(',', Enumerable.Range(0, 100).Select(place =>
    {
        var (x, y) = (place % 10, place / 10);
        return $$$"""{"properties":{"code":"{{{x}}}-{{{y}}}"},"geometry":{"type":"Polygon","coordinates":[[[{{{x}}},{{{y}}}],[{{{x + 1}}},{{{y}}}],[{{{x + 1}}},{{{y + 1}}}],[{{{x}}},{{{y + 1}}}],[{{{x}}},{{{y}}}]]]}}""";
    })) + "]");

    private ZoneSet Districts()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file.Path));
        return Of(json.RootElement.GetProperty("features").GetRawText());
    }

    private static ZoneSet Of(string features)
    {
        using var json = JsonDocument.Parse(features);
        return new ZoneSet(new ZoneSetSettings { Name = "test", Properties = ["code"] }, json.RootElement.Clone().EnumerateArray());
    }
}
