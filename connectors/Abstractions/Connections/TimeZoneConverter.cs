using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class TimeZoneConverter : TextConverter<TimeZoneInfo>
{
    public override string Example => "Europe/Paris";

    protected override TimeZoneInfo Parse(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) ? zone : throw new FormatException($"The zone \"{text}\" is not known: write an IANA name such as Europe/Paris or Indian/Reunion.");
}
