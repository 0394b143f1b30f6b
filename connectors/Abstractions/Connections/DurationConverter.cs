using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class DurationConverter : TextConverter<TimeSpan>
{
    public override string Example => "10m";

    protected override TimeSpan Parse(string text) => Duration.Parse(text);
}
