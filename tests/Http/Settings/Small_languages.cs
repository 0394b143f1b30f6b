using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;
using IntegrationHub.Connectors.Http.Settings;
using IntegrationHub.Tests.Conformance.Http;

namespace IntegrationHub.Tests.Http.Settings;

public sealed class Small_languages
{
    [Theory]
    [InlineData("7/s", 7, 1)]
    [InlineData("30/min", 30, 60)]
    [InlineData("6000/5min", 6000, 300)]
    public void A_rate_is_requests_in_a_time(string text, int requests, int seconds)
    {
        Assert.Equal(new RateLimit(requests, TimeSpan.FromSeconds(seconds)), RateLimit.Parse(text));
        Assert.Equal(text, RateLimit.Parse(text).ToString());
    }

    [Theory]
    [InlineData("7")]
    [InlineData("0/s")]
    [InlineData("7/0s")]
    [InlineData("x/s")]
    [InlineData("7/fortnight")]
    [InlineData("/s")]
    public void What_is_no_rate_is_refused(string text) => Assert.Throws<FormatException>(() => RateLimit.Parse(text));

    [Theory]
    [InlineData("ftp://x/")]
    [InlineData("https://user:pw@x/")]
    [InlineData("https://x/?q=1")]
    [InlineData("x")]
    public void What_is_no_base_address_is_refused(string text) => Assert.Throws<FormatException>(() => BaseAddress.Parse(text));

    [Theory]
    [InlineData("data.items[0].id", "7")]
    [InlineData("links[rel=next].href", "/p?2")]
    [InlineData("data.items[1].id", null)]
    [InlineData("data.nothing.id", null)]
    [InlineData("@odata.nextLink", null)]
    [InlineData("data", null)]
    public void A_path_finds_a_value_or_nothing(string path, string? expected)
    {
        using var json = JsonDocument.Parse("""{"data":{"items":[{"id":7}]},"links":[{"rel":"self","href":"/p"},{"rel":"next","href":"/p?2"}]}""");

        Assert.Equal(expected, JsonPath.Parse(path).Text(json.RootElement));
    }

    [Theory]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("")]
    [InlineData("a b")]
    public void What_is_no_path_is_refused(string text) => Assert.Throws<FormatException>(() => JsonPath.Parse(text));

    [Fact]
    public void No_window_of_the_period_ever_holds_more_requests_than_the_budget() => Prop.ForAll(
        Gen.Choose(1, 5).Select(size => size).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(),
        (limit, count) =>
        {
            var period = TimeSpan.FromSeconds(10);
            var budget = new RateBudget(new RateLimit(limit, period), new HurriedTime());
            var granted = Enumerable.Range(0, count).Select(_ => budget.Take()).Order().ToList();
            return granted.Select((at, place) => place < limit || at - granted[place - limit] >= period).All(kept => kept);
        }).QuickCheckThrowOnFailure();
}
