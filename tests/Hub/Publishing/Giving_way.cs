using IntegrationHub.Hub.Publishing;

namespace IntegrationHub.Tests.Hub.Publishing;

/// <summary>A target that says it is asked too much is asked less at once.</summary>
public sealed class Giving_way
{
    [Fact]
    public void A_refusal_leaves_a_quarter_under_way_and_never_less_than_one()
    {
        var pace = new Pace(100);
        Assert.Equal(100, pace.Allowed);
        pace.GiveWay();
        Assert.Equal(25, pace.Allowed);
        for (var refusals = 0; refusals < 10; refusals++)
        {
            pace.GiveWay();
        }

        Assert.Equal(1, pace.Allowed);
    }

    [Fact]
    public void Every_round_that_succeeds_allows_one_more_up_to_the_most()
    {
        var pace = new Pace(8);
        pace.GiveWay();
        for (var round = 2; round < 20; round++)
        {
            Assert.InRange(pace.Allowed, Math.Min(8, round) - 1, Math.Min(8, round));
            for (var (success, of) = (0, pace.Allowed); success < of; success++)
            {
                pace.Succeeded();
            }
        }

        Assert.Equal(8, pace.Allowed);
    }
}
