using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

internal sealed class RateLimitConverter : TextConverter<RateLimit>
{
    public override string Example => "30/min";

    protected override RateLimit Parse(string text) => RateLimit.Parse(text);
}
