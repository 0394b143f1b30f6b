using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Tests.Mappings;

/// <summary>What was found is remembered by name and postal code together: one never answers for the other.</summary>
public sealed class A_commune_asked_for_again_is_the_same
{
    private static readonly (string Label, string? PostCode, string? Code, bool Several)[] Asked =
    [
        ("Saint-Denis", null, null, true),
        ("Saint-Denis", "97400", "97411", false),
        ("Saint-Denis", "93200", "93066", false),
        ("Trifouilly", null, null, false),
        ("Trifouilly", "97400", null, false),
        ("Paris", "75014", "75114", false),
        ("Paris", null, "75056", false),
    ];

    [Fact]
    public void In_any_order_and_as_often_as_one_likes()
    {
        for (var turn = 0; turn < 50; turn++)
        {
            foreach (var (label, postCode, code, several) in turn % 2 == 0 ? Asked : Asked.Reverse())
            {
                Assert.Equal((code, several), (CommuneTable.France.Find(label, postCode, out var found), found));
            }
        }
    }

    [Fact]
    public void From_many_threads() => Parallel.For(0, 2000, turn =>
    {
        var (label, postCode, code, several) = Asked[turn % Asked.Length];
        Assert.Equal((code, several), (CommuneTable.France.Find(label, postCode, out var found), found));
    });
}
