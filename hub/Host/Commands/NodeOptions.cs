using System.Collections;
using System.CommandLine;
using IntegrationHub.Host.Settings;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Options of commands that open a registry: they outrank environment and settings file.</summary>
public sealed class NodeOptions
{
    private readonly Option<string?> _settings;
    private readonly Option<string?> _data;
    private readonly Option<string?> _config;

    public NodeOptions(Words words)
    {
        _settings = new Option<string?>("--settings") { Description = words["cli.settings"], HelpName = "FILE" };
        _data = new Option<string?>("--data") { Description = words["cli.data"], HelpName = "DIR" };
        _config = new Option<string?>("--config") { Description = words["cli.config"], HelpName = "DIR" };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_data);
        command.Options.Add(_config);
        command.Options.Add(_settings);
    }

    /// <exception cref="Connectors.Abstractions.Documents.DocumentException">A setting is unknown or unusable.</exception>
    public HostSettings Read(ParseResult parsed, params IEnumerable<(string Name, string Value, string Option)> more)
    {
        var said = new List<(string Name, string Value, string Option)>(more);
        if (parsed.GetValue(_data) is { } data)
        {
            said.Add(("data", data, "--data"));
        }

        if (parsed.GetValue(_config) is { } config)
        {
            said.Add(("config", config, "--config"));
        }

        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "", StringComparer.Ordinal);
        return SettingsReader.Read(parsed.GetValue(_settings), environment, said);
    }
}
