namespace IntegrationHub.Tests.Gis;

/// <summary>What MapServer and nginx are told.</summary>
internal static class MapServerFiles
{
    public static async Task WriteAsync(string folder, Uri address)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "ville.map"), Map(folder, address));
        await File.WriteAllTextAsync(Path.Combine(folder, "mapserver.conf"), Settings(folder));
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Front(folder, address));
    }

    private static string Map(string folder, Uri address) => $"""
        MAP
          NAME "ville"
          EXTENT -1 47 0 48
          UNITS DD
          PROJECTION "init=epsg:4326" END
          OUTPUTFORMAT
            NAME "geojson"
            DRIVER "OGR/GEOJSON"
            MIMETYPE "application/json; subtype=geojson"
            FORMATOPTION "STORAGE=stream"
            FORMATOPTION "FORM=SIMPLE"
          END
          WEB
            METADATA
              "ows_title" "Ville"
              "ows_onlineresource" "{address}ows"
              "ows_enable_request" "*"
              "ows_srs" "EPSG:4326"
              "oga_onlineresource" "{address}ville/ogcapi"
              "wfs_getfeature_formatlist" "gml,geojson"
            END
          END
          LAYER
            NAME "adresses"
            TYPE POINT
            STATUS ON
            CONNECTIONTYPE OGR
            CONNECTION "{folder}/adresses.geojson"
            DATA "adresses"
            PROJECTION "init=epsg:4326" END
            TEMPLATE "void"
            METADATA
              "ows_title" "Adresses"
              "gml_include_items" "all"
              "gml_featureid" "cle"
            END
          END
        END
        """;

    private static string Settings(string folder) => $"""
        CONFIG
          ENV
            "MS_MAP_PATTERN" "^/.*\.map$"
            "OGCAPI_HTML_TEMPLATE_DIRECTORY" "/usr/share/mapserver/ogcapi/templates/html-plain/"
          END
          MAPS
            "ville" "{folder}/ville.map"
          END
        END
        """;

    private static string Front(string folder, Uri address) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        error_log {{folder}}/error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/fastcgi; uwsgi_temp_path {{folder}}/uwsgi; scgi_temp_path {{folder}}/scgi;
          server {
            listen 127.0.0.1:{{address.Port}};
            location / {
              fastcgi_pass unix:{{folder}}/mapserver.sock;
              fastcgi_param QUERY_STRING $query_string;
              fastcgi_param REQUEST_METHOD $request_method;
              fastcgi_param REQUEST_URI $request_uri;
              fastcgi_param SERVER_NAME 127.0.0.1;
              fastcgi_param SERVER_PORT $server_port;
              fastcgi_param SCRIPT_NAME "";
              fastcgi_param PATH_INFO $uri;
              fastcgi_param HTTP_ACCEPT $http_accept;
              fastcgi_param MS_MAPFILE {{folder}}/ville.map;
            }
          }
        }
        """;
}
