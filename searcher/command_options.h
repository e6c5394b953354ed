#pragma once

#include <string>

#include <boost/program_options/options_description.hpp>

#include "schema/result.h"

namespace mahdar {

/// The options that narrow a search, as they are read and as --help shows them.
boost::program_options::options_description filter_options();

/// All other options, likewise.
boost::program_options::options_description general_options();

/// What to say of an option nobody knows: the nearest one, where any is near.
InputError unknown_option(std::string name);

/// What --help prints.
std::string help_text();

}  // namespace mahdar
